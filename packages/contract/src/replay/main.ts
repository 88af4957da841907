/**
 * Replays the given recordings against the local server and prints how much of what it answers is what was recorded.
 *
 *     node src/replay/main.ts [--tape <part of its name>] [--operation <operationId>] [--diff]
 *     node src/replay/main.ts --write     writes the figures that the docs show
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { hasRecordings, readRecordings, recordingsFile } from "../recordings/read.ts";
import { localServer } from "./against/local-server.ts";
import { figuresFile, figuresOf } from "./figures.ts";
import { printCauses, printDifferences, printShares } from "./print.ts";
import { replayAll } from "./replay-all.ts";
import { reportOn } from "./report.ts";
import { tapesOf } from "./tapes.ts";

const { values } = parseArgs({
  options: {
    tape: { type: "string", default: "" },
    operation: { type: "string" },
    diff: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
  },
});

if (!hasRecordings) {
  console.log(`Skipped: there are no recordings at ${recordingsFile}.`);
  process.exit(0);
}
if (values.write && (values.tape !== "" || values.operation !== undefined)) {
  console.error("--write is about all recordings.");
  process.exit(2);
}

const start = performance.now();
const tapes = tapesOf(readRecordings()).filter(({ name }) => name.includes(values.tape));
const crashes = new Map<string, string>();
const { replayed } = await replayAll(tapes, localServer, {
  onCrash({ tape, error }) {
    const { stack = String(error) } = error as Error;
    crashes.set(stack.split("\n").slice(0, 6).join("\n"), tape);
  },
});
const shown = replayed.filter(({ operationId }) => !values.operation || operationId === values.operation);
const report = reportOn(shown);
console.log(values.diff ? printDifferences(shown) : printCauses(report.causes));
for (const [stack, name] of crashes) console.log(`\nCrash in ${name}:\n${stack}`);
console.log(`\n${printShares(report)}`);
console.log(`${tapes.length} tapes in ${Math.round(performance.now() - start)} ms.`);

if (values.write) {
  const date = new Date().toISOString().slice(0, 10);
  const figures = figuresOf(report, { date, tapes: tapes.length, exchanges: replayed.length });
  writeFileSync(figuresFile, `${JSON.stringify(figures, null, 2)}\n`);
  console.log(`Written to ${figuresFile}; \`pnpm run docs\` makes the page of it.`);
}
