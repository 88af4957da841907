import { createMock, notionVersions } from "@notional/mock";
import { curlLine } from "../banner.ts";
import type { Command } from "../command.ts";
import { readOptions, readPort, reporting } from "../command.ts";
import { listening } from "../listening.ts";
import { stopped, stopSignal } from "../stop-signal.ts";
import { say } from "../terminal.ts";

const USAGE = `Usage: notional mock [--port <number>] [--host <address>] [--log]

Serves the examples of the OpenAPI documents: stateless, every request validated, the document chosen by the
header Notion-Version. \`Prefer: code=404\` and \`Prefer: example=<key>\` choose the answer.

  --port   where to listen, 0 for any free port   (4010)
  --host   the address to listen on               (127.0.0.1)
  --log    print a line for each exchange
  --help   show this
`;

/** `notional mock`: the mock alone. */
export const mock: Command = {
  usage: () => USAGE,
  run(args) {
    const options = readOptions(args, {
      port: { type: "string", default: "4010" },
      host: { type: "string", default: "127.0.0.1" },
      log: { type: "boolean", default: false },
    });
    const port = readPort(options.port, "--port");
    return reporting(async () => {
      const signal = stopSignal();
      const server = createMock(options.log ? { log: say } : {});
      const { url } = await listening(server.listen(port, options.host), port, "--port");
      say(`The mock listens on ${url}/v1\n\n${curlLine(url, notionVersions)}\n`);
      await stopped(signal);
      await server.close();
    });
  },
};
