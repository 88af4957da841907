import type { Difference } from "./compare.ts";
import type { Replayed } from "./replay.ts";
import type { ReplayedTapes } from "./replay-all.ts";
import type { Cause, ReplayReport, Share } from "./report.ts";

/** How many answers are identical: by type of block, type of property and operation. */
export function printShares(report: ReplayReport): string {
  const { total, operations, properties, blocks, notImplemented, leftovers } = report;
  const groups = [
    ["Blocks", blocks],
    ["Properties", properties],
    ["Operations", operations],
  ] as const;
  return [
    ...groups.flatMap(([title, shares]) => (shares.size === 0 ? [] : [`${title}\n${table(shares)}\n`])),
    ...[...notImplemented].map(([name, count]) => `  ${name.padEnd(36)} not implemented, ${count}`),
    ...(leftovers === 0
      ? []
      : [`\nLeft out: ${leftovers} results of searches that the index had not forgotten yet.\n`]),
    `Identical answers: ${inWords(total)}`,
  ].join("\n");
}

const table = (shares: Map<string, Share>): string =>
  [...shares]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([name, share]) => `  ${name.padEnd(36)} ${inWords(share)}`)
    .join("\n");

/** Rounded down, so that 100 % is all. */
const inWords = ({ identical, total }: Share): string => {
  const percent = Math.floor((1000 * identical) / Math.max(total, 1)) / 10;
  return `${String(identical).padStart(4)} of ${String(total).padStart(4)}  ${percent.toFixed(1)} %`;
};

/** What the differences come from, the most frequent first, with an example each. */
export const printCauses = (causes: readonly Cause[]): string =>
  causes
    .map(({ operationId, pattern, kind, count, exchanges, example }) =>
      [
        `${exchanges} answers, ${count} times: ${operationId} ${kind} ${pattern}`,
        `    ${example.id}`,
        printDifference(example.difference),
      ].join("\n"),
    )
    .join("\n");

/** Every difference of every exchange. */
export const printDifferences = (replayed: readonly Replayed[]): string =>
  replayed
    .filter(({ differences }) => differences.length > 0)
    .map(({ exchange, operationId, differences, unmet }) => {
      const { method, path } = exchange.request;
      const after = unmet ? ", after what failed before" : "";
      return [
        `${exchange.id}: ${method} ${path} (${operationId})${after}`,
        ...differences.map(printDifference),
      ].join("\n");
    })
    .join("\n");

/** The tapes that could not be replayed, a line for each reason. */
export const printNotReplayed = (notReplayed: ReplayedTapes["notReplayed"]): string =>
  [...Map.groupBy(notReplayed, ({ reason }) => reason)]
    .map(([reason, own]) => `Not replayed: ${own.map(({ tape }) => tape).join(", ")}: ${reason}`)
    .join("\n");

function printDifference({ at, kind, recorded, ours }: Difference): string {
  return [
    `    ${kind} ${at}`,
    ...(recorded === undefined ? [] : [`        recorded ${short(recorded)}`]),
    ...(ours === undefined ? [] : [`        ours     ${short(ours)}`]),
  ].join("\n");
}

const short = (value: unknown): string => {
  const text = JSON.stringify(value) ?? "undefined";
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
};
