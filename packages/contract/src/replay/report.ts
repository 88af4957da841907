import type { Difference } from "./compare.ts";
import { isObject } from "./json.ts";
import type { Replayed } from "./replay.ts";
import { leftoversOf } from "./search-index.ts";

/** How many of something there are, and how many of them both answers have alike. */
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

/** Blocks, and values and set-ups of properties, each held to the differences within it. */
function countParts({ exchange, differences }: Replayed, { properties, blocks }: ReplayReport): void {
  if (exchange.response.status >= 300) return;
  const isAlike = (at: string): boolean =>
    !differences.some(
      (difference) => `${difference.at}/`.startsWith(`${at}/`) || at.startsWith(`${difference.at}/`),
    );
  eachPart(exchange.response.body, "", (kind, type, at) => {
    count(shareOf(kind === "block" ? blocks : properties, type), isAlike(at));
  });
}

function eachPart(
  value: unknown,
  at: string,
  see: (kind: "block" | "property", type: string, at: string) => void,
): void {
  if (Array.isArray(value)) {
    for (const [place, item] of value.entries()) eachPart(item, `${at}/${place}`, see);
    return;
  }
  if (!isObject(value)) return;
  if (value.object === "block") see("block", String(value.type), at);
  for (const [name, inner] of Object.entries(value)) {
    if (name === "properties" && isObject(inner)) {
      for (const [key, property] of Object.entries(inner)) {
        const { type } = Object(property) as { type?: string };
        if (type !== undefined) see("property", `${type} (${value.object})`, `${at}/properties/${key}`);
      }
    } else eachPart(inner, `${at}/${name}`, see);
  }
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
