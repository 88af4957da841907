import type { Difference } from "./compare.ts";
import type { Replayed } from "./replay.ts";
import type { Cause, ReplayReport, Share } from "./report.ts";

export function printShares(report: ReplayReport): void {
  const { total, operations, properties, blocks, notImplemented, leftovers } = report;
  for (const [title, shares] of [
    ["Blocks", blocks],
    ["Properties", properties],
    ["Operations", operations],
  ] as const) {
    console.log(`\n${title}`);
    for (const [name, share] of [...shares].sort(([a], [b]) => a.localeCompare(b))) {
      console.log(`  ${name.padEnd(36)} ${inWords(share)}`);
    }
  }
  for (const [name, count] of notImplemented) console.log(`  ${name.padEnd(36)} not implemented, ${count}`);
  if (leftovers > 0)
    console.log(`\nLeft out: ${leftovers} results of searches that the index had not forgotten yet.`);
  console.log(`\nIdentical answers: ${inWords(total)}`);
}

const inWords = ({ identical, total }: Share): string =>
  `${String(identical).padStart(4)} of ${String(total).padStart(4)}  ${((100 * identical) / Math.max(total, 1)).toFixed(1)} %`;

export function printCauses(causes: readonly Cause[]): void {
  for (const { operationId, pattern, kind, count, exchanges, example } of causes) {
    console.log(`${exchanges} answers, ${count} times: ${operationId} ${kind} ${pattern}`);
    console.log(`    ${example.id}`);
    printDifference(example.difference);
  }
}

/** Every difference of every exchange. */
export function printDifferences(replayed: readonly Replayed[]): void {
  for (const { exchange, operationId, differences, unmet } of replayed) {
    if (differences.length === 0) continue;
    const { method, path } = exchange.request;
    console.log(
      `${exchange.id}: ${method} ${path} (${operationId})${unmet ? ", after what failed before" : ""}`,
    );
    for (const difference of differences) printDifference(difference);
  }
}

function printDifference({ at, kind, recorded, ours }: Difference): void {
  console.log(`    ${kind} ${at}`);
  if (recorded !== undefined) console.log(`        recorded ${short(recorded)}`);
  if (ours !== undefined) console.log(`        ours     ${short(ours)}`);
}

const short = (value: unknown): string => {
  const text = JSON.stringify(value) ?? "undefined";
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
};
