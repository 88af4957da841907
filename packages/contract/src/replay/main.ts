/**
 * Replays recorded exchanges against the local server and prints how much of what it answers is what was recorded.
 *
 *     node src/replay/main.ts [--tape <part of its name>] [--operation <operationId>] [--diff]
 */
import { parseArgs } from "node:util";
import { hasRecordings, readRecordings, recordingsFile } from "../recordings/read.ts";
import { printCauses, printDifferences, printShares } from "./print.ts";
import { reportOn } from "./report.ts";
import { replayAll } from "./server.ts";
import { tapesOf } from "./tapes.ts";

const { values } = parseArgs({
  options: {
    tape: { type: "string", default: "" },
    operation: { type: "string" },
    diff: { type: "boolean", default: false },
  },
});

if (!hasRecordings) {
  console.log(`Skipped: there are no recordings at ${recordingsFile}.`);
  process.exit(0);
}

const start = performance.now();
const tapes = tapesOf(readRecordings()).filter(({ name }) => name.includes(values.tape));
const crashes = new Map<string, string>();
const replayed = await replayAll(tapes, ({ tape, error }) => {
  const { stack = String(error) } = error as Error;
  crashes.set(stack.split("\n").slice(0, 6).join("\n"), tape);
});
const shown = replayed.filter(({ operationId }) => !values.operation || operationId === values.operation);
const report = reportOn(shown);
if (values.diff) printDifferences(shown);
else printCauses(report.causes);
for (const [stack, name] of crashes) console.log(`\nCrash in ${name}:\n${stack}`);
printShares(report);
console.log(`${tapes.length} tapes in ${Math.round(performance.now() - start)} ms.`);
