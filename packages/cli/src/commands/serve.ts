import { notionVersions } from "@notional/server";
import { createApi } from "../api.ts";
import { API_OPTIONS, API_USAGE } from "../api-options.ts";
import { curlLine } from "../banner.ts";
import type { Command } from "../command.ts";
import { readOptions, readPort, reporting } from "../command.ts";
import { listening } from "../listening.ts";
import { logLine } from "../log-line.ts";
import { stopped, stopSignal } from "../stop-signal.ts";
import { say } from "../terminal.ts";

const USAGE = `Usage: notional serve [options]

Serves the API alone: stateful, every version by the header Notion-Version, at /v1. What controls it is at /_notional.

  --port         where to listen, 0 for any free port   (PORT, or 4000)
  --host         the address to listen on               (127.0.0.1)
  --log          print a line for each exchange
${API_USAGE}  --help         show this
`;

/** `notional serve`: the API alone. */
export const serve: Command = {
  usage: () => USAGE,
  run(args) {
    const options = readOptions(args, {
      ...API_OPTIONS,
      port: { type: "string" },
      host: { type: "string", default: "127.0.0.1" },
      log: { type: "boolean", default: false },
    });
    const port = options.port
      ? readPort(options.port, "--port")
      : readPort(process.env.PORT || "4000", "PORT");
    return reporting(async () => {
      const signal = stopSignal();
      const onExchange = options.log ? logLine : undefined;
      const api = await createApi({
        ...options,
        onExchange: onExchange && ((exchange) => say(onExchange(exchange))),
      });
      try {
        const url = await listening(api.listen(port, options.host), port, "--port");
        say(`The API listens on ${url}/v1\n\n${curlLine(url, notionVersions)}\n`);
        await stopped(signal);
      } finally {
        await api.close();
      }
    });
  },
};
