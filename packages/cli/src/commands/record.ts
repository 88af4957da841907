import { createRecorder } from "@notional/contract/recordings";
import type { Command } from "../command.ts";
import { CommandError, readOptions, readPort, reporting, UsageError } from "../command.ts";
import { listening } from "../listening.ts";
import { stopped, stopSignal } from "../stop-signal.ts";
import { dim, red, say } from "../terminal.ts";

const USAGE = `Usage: notional record --out <file> [--upstream <url>] [--port <number>]

Forwards requests to the API and writes every exchange down, one JSON object a line, without tokens and e-mail
addresses. Each is held to the document as it passes. Lines are added to a file that is there.

  --out        where to write
  --upstream   where the API is                        (https://api.notion.com)
  --port       where to listen, 0 for any free port    (4020)
  --help       show this
`;

/** `notional record`: real traffic, written down. */
export const record: Command = {
  usage: () => USAGE,
  run(args) {
    const { out, upstream, port } = readOptions(args, {
      out: { type: "string" },
      upstream: { type: "string", default: "https://api.notion.com" },
      port: { type: "string", default: "4020" },
    });
    if (out === undefined) throw new UsageError("--out is missing.");
    if (!/^https?:$/.test(URL.parse(upstream)?.protocol ?? "")) {
      throw new UsageError(`--upstream is an address of http or https, not ${JSON.stringify(upstream)}.`);
    }
    const number = readPort(port, "--port");
    return reporting(async () => {
      const signal = stopSignal();
      const recorder = makeRecorder(out, upstream);
      const url = await listening(recorder.listen(number), number, "--port");
      say(`What is sent to ${url} goes to ${upstream} and into ${out}.`);
      await stopped(signal);
      await recorder.close();
    });
  },
};

function makeRecorder(file: string, upstream: string) {
  try {
    return createRecorder({
      file,
      upstream,
      tape: new Date().toISOString(),
      onExchange(id, verdict) {
        if (!verdict) return say(`${red("?")} ${id}: the document has no such operation`);
        const { operationId, exchange, request, response } = verdict;
        const problems = [...request, ...response];
        say(`${problems.length > 0 ? red("✗") : "✓"} ${exchange.response.status} ${operationId} ${dim(id)}`);
        for (const { at, message, schema } of problems) say(`    ${at} ${message} ${dim(schema)}`);
      },
    });
  } catch (error) {
    throw new CommandError(`Cannot write ${file}: ${(error as Error).message}`);
  }
}
