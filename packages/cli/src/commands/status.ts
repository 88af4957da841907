import type { Command } from "../command.ts";
import { readArguments, readNumber, reporting } from "../command.ts";
import { CONTROL_OPTIONS, CONTROL_USAGE, controlOf, must } from "../control.ts";
import { logLine } from "../log-line.ts";
import { bold, say } from "../terminal.ts";

/** `notional status`: what a running server is and can do. */
export const status: Command = {
  usage: () => `Usage: notional status [options]

Tells the database, the clock and the faults of a running server, and which operations of each version it lacks.

${CONTROL_USAGE}`,
  run(args) {
    const { values } = readArguments(args, CONTROL_OPTIONS, []);
    return reporting(async () => {
      const { engine, clock, faults, versions } = must(await controlOf(values).GET("/_notional/status"));
      say(`${bold("Database")}  ${engine}`);
      say(`${bold("Clock")}     ${clock.now}${clock.frozen ? ", frozen" : clock.controlled ? ", set" : ""}`);
      say(`${bold("Faults")}    ${faults}`);
      for (const { version, implemented, missing } of versions) {
        const all = implemented.length + missing.length;
        say(`\n${bold(version)}  ${implemented.length} of ${all} operations`);
        if (missing.length > 0) say(`  missing: ${missing.join(", ")}`);
      }
    });
  },
};

/** `notional log`: what a running server was asked. */
export const log: Command = {
  usage: () => `Usage: notional log [--limit <number>] [options]

Prints the last requests to the API of a running server and what became of them, the newest last.

  --limit  how many at most                        (100)
${CONTROL_USAGE}`,
  run(args) {
    const { values } = readArguments(
      args,
      { ...CONTROL_OPTIONS, limit: { type: "string", default: "100" } },
      [],
    );
    const limit = readNumber(values.limit, "--limit");
    return reporting(async () => {
      const { exchanges } = must(
        await controlOf(values).GET("/_notional/log", { params: { query: { limit } } }),
      );
      for (const exchange of exchanges) say(`${exchange.time} ${logLine(exchange)}`);
    });
  },
};
