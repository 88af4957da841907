import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Figures } from "@notional/docs";
import type { ReplayReport, Share } from "./report.ts";

/** Where the figures are that the docs show. They are committed, because who builds the docs may have no recordings. */
export const figuresFile = fileURLToPath(new URL("../../fidelity/figures.json", import.meta.url));

/** The figures of a replay, everything in the order of its name. */
export function figuresOf(
  report: ReplayReport,
  { date, tapes, exchanges }: Pick<Figures, "date" | "tapes" | "exchanges">,
): Figures {
  return {
    date,
    tapes,
    exchanges,
    total: report.total,
    operations: inOrder(report.operations),
    properties: inOrder(report.properties),
    blocks: inOrder(report.blocks),
    notImplemented: inOrder(report.notImplemented),
    leftovers: report.leftovers,
  };
}

const inOrder = <T>(map: Map<string, T>): Record<string, T> =>
  Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)));

export const readFigures = (file = figuresFile): Figures => JSON.parse(readFileSync(file, "utf8")) as Figures;

/**
 * Where figures promise more than what has been reached: they are stale, or something got worse.
 *
 * @returns `operations.search: 90 of 91 promised, 89 of 91 reached`; empty when all is kept
 */
export function brokenPromises(promised: Figures, reached: Figures): string[] {
  const shares = ({ total, operations, properties, blocks }: Figures): Record<string, Share> => ({
    total,
    ...named("operations", operations),
    ...named("properties", properties),
    ...named("blocks", blocks),
  });
  const now = shares(reached);
  return Object.entries(shares(promised)).flatMap(([name, share]) => {
    const { identical, total } = now[name] ?? { identical: 0, total: 0 };
    // As a share: a recording that has grown may have more answers of everything.
    if (share.identical * total <= identical * share.total && total > 0) return [];
    return [`${name}: ${share.identical} of ${share.total} promised, ${identical} of ${total} reached`];
  });
}

const named = (group: string, shares: Record<string, Share>): Record<string, Share> =>
  Object.fromEntries(Object.entries(shares).map(([name, share]) => [`${group}.${name}`, share]));
