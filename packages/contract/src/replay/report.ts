import type { Difference } from "./compare.ts";
import { partsOf } from "./parts.ts";
import type { Replayed } from "./replay.ts";
import { leftoversOf } from "./search-index.ts";

/** How many answers there are, and how many of them are identical. */
export interface Share {
  identical: number;
  total: number;
}

/** Differences that have one cause, as far as one can tell by where they are. */
export interface Cause {
  operationId: string;
  pattern: string;
  kind: Difference["kind"] | "unmet";
  count: number;
  /** In how many exchanges. */
  exchanges: number;
  example: { id: string; difference: Difference };
}

/** What a replay comes to. */
export interface ReplayReport {
  total: Share;
  /** How many exchanges are of operations that the target has not got. They count nowhere else. */
  notImplemented: Map<string, number>;
  /** How many results of recorded searches were left out, because the index had not forgotten them. */
  leftovers: number;
  operations: Map<string, Share>;
  /** By the types of properties and blocks that an answer has. */
  properties: Map<string, Share>;
  blocks: Map<string, Share>;
  causes: Cause[];
}

export function reportOn(replayed: readonly Replayed[]): ReplayReport {
  const report: ReplayReport = {
    total: { identical: 0, total: 0 },
    notImplemented: new Map(),
    leftovers: replayed.reduce((sum, { exchange }) => sum + leftoversOf(exchange).size, 0),
    operations: new Map(),
    properties: new Map(),
    blocks: new Map(),
    causes: [],
  };
  const causes = new Map<string, Cause & { in: Set<string> }>();
  const answered = replayed.filter(({ notImplemented }) => !notImplemented);
  const implemented = new Set(answered.map(({ operationId }) => operationId));
  const missing = new Set(
    replayed.map(({ operationId }) => operationId).filter((id) => !implemented.has(id)),
  );
  for (const one of replayed) {
    const operationId = one.operationId ?? "no operation";
    if (missing.has(one.operationId)) {
      report.notImplemented.set(operationId, (report.notImplemented.get(operationId) ?? 0) + 1);
      continue;
    }
    const isIdentical = one.differences.length === 0;
    count(report.total, isIdentical);
    count(shareOf(report.operations, operationId), isIdentical);
    countParts(one, report);
    for (const difference of one.differences) note(causes, operationId, one, difference);
  }
  report.causes = [...causes.values()]
    .map(({ in: ids, ...cause }) => ({ ...cause, exchanges: ids.size }))
    .sort((a, b) => b.exchanges - a.exchanges || b.count - a.count);
  return report;
}

function count(share: Share, isIdentical: boolean): void {
  share.total += 1;
  if (isIdentical) share.identical += 1;
}

function shareOf(shares: Map<string, Share>, name: string): Share {
  const share = shares.get(name) ?? { identical: 0, total: 0 };
  shares.set(name, share);
  return share;
}

/** An answer counts once for each type of block and property that it has. */
function countParts({ exchange, differences }: Replayed, report: ReplayReport): void {
  if (exchange.response.status >= 300) return;
  const { blocks, properties } = partsOf(exchange.response.body);
  for (const type of blocks) count(shareOf(report.blocks, type), differences.length === 0);
  for (const type of properties) count(shareOf(report.properties, type), differences.length === 0);
}

function note(
  causes: Map<string, Cause & { in: Set<string> }>,
  operationId: string,
  { exchange, unmet }: Replayed,
  difference: Difference,
): void {
  const kind = unmet ? "unmet" : difference.kind;
  const pattern = unmet ? "" : difference.kind === "status" ? statusPattern(difference) : difference.pattern;
  const key = `${operationId} ${kind} ${pattern}`;
  const cause = causes.get(key) ?? {
    operationId,
    pattern,
    kind,
    count: 0,
    exchanges: 0,
    example: { id: exchange.id, difference },
    in: new Set<string>(),
  };
  cause.count += 1;
  cause.in.add(exchange.id);
  causes.set(key, cause);
}

/** Two refusals are of one cause when they differ in names and ids only. */
const statusPattern = ({ recorded, ours }: Difference): string =>
  [recorded, ours]
    .map((text) => String(text).replaceAll(/"[^"]*"|`[^`]*`|[0-9a-f-]{32,36}/g, "…"))
    .join(" -> ");
