import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createDocsHandler } from "@notional/docs";
import { createMock, notionVersions } from "@notional/mock";
import { API_OPTIONS, API_USAGE } from "../api-options.ts";
import { banner, TOKEN } from "../banner.ts";
import type { Command } from "../command.ts";
import { CommandError, readOptions, readPort, reporting } from "../command.ts";
import { generate } from "../generate.ts";
import { listening } from "../listening.ts";
import { logLine } from "../log-line.ts";
import { stopped, stopSignal } from "../stop-signal.ts";
import { during, say } from "../terminal.ts";
import { workspace } from "../workspace.ts";

const USAGE = `Usage: notional start [options]

Serves on one port the API at /v1, its reference at /docs/<date>/ and its OpenAPI documents at
/openapi/<date>.json; beside it the mock.

  --port         where to listen, 0 for any free port   (PORT, or 4000)
  --mock-port    where the mock listens beside it       (ten above, 4010)
  --host         the address to listen on               (127.0.0.1)
  --log          print a line for each API exchange
${API_USAGE}${
  workspace
    ? `  --generate     first generate what is stale
  --watch        generate again whenever a file of spec/ changes
`
    : ""
}  --help         show this
`;

const SERVE_OPTIONS = {
  ...API_OPTIONS,
  port: { type: "string" },
  "mock-port": { type: "string" },
  host: { type: "string", default: "127.0.0.1" },
  log: { type: "boolean", default: false },
} as const;
/** Only where there is a spec to work on. */
const WORKSPACE_OPTIONS = {
  generate: { type: "boolean", default: false },
  watch: { type: "boolean", default: false },
} as const;

/** `notional start`: everything on one port. */
export const start: Command = {
  usage: () => USAGE,
  run(args) {
    const options = readOptions(args, workspace ? { ...SERVE_OPTIONS, ...WORKSPACE_OPTIONS } : SERVE_OPTIONS);
    const port = options.port
      ? readPort(options.port, "--port")
      : readPort(process.env.PORT || "4000", "PORT");
    const mockPort = readPort(options["mock-port"] ?? String(port && port + 10), "--mock-port");
    const { host, log } = options;
    const work = { generate: false, watch: false, ...options };
    return reporting(async () => {
      const signal = stopSignal();
      if (workspace && work.generate) await generateFirst(workspace, work.watch, signal);
      if (signal.aborted) return;

      const mock = createMock(log ? { log: say } : {});
      // These load the server, a part of which was generated just now.
      const { createApi } = await import("../api.ts");
      const { createFrontDoor } = await import("../front-door.ts");
      const api = await createApi({
        ...options,
        onExchange: log ? (exchange) => say(logLine(exchange)) : undefined,
      });
      const server = createFrontDoor({ api: api.handler, docs: createDocsHandler({ token: TOKEN }) });
      try {
        await listening(once(server.listen(port, host), "listening"), port, "--port");
        const beside = await listening(mock.listen(mockPort, host), mockPort, "--mock-port");
        const { port: taken } = server.address() as AddressInfo;
        say(banner(`http://localhost:${taken}`, beside.url, notionVersions));
        if (workspace && work.watch) {
          // Needs a package that only the repository has.
          const { watchSpec } = await import("../watch.ts");
          await watchSpec(workspace, () => mock.reload(), signal);
        }
        await stopped(signal);
      } finally {
        server.closeAllConnections();
        server.close();
        await Promise.all([mock.close(), api.close()]);
      }
    });
  },
};

/** @throws CommandError with the problems, unless somebody is watching and can correct them. */
async function generateFirst(root: string, watching: boolean, signal: AbortSignal): Promise<void> {
  const { ok, output } = await during("Generating what is stale …", generate(root, signal));
  if (ok || signal.aborted) return;
  if (!watching) throw new CommandError(output);
  process.stderr.write(`${output}\n\nServing what was generated last.\n`);
}
