import { randomIds } from "../../src/index.ts";
import { keepSeededResults } from "../../src/seed/computed.ts";
import type { Db } from "../../src/store/database.ts";
import { reindexDataSource } from "../../src/store/rows.ts";
import { KEPT_CHARACTERS } from "../../src/store/slots.ts";
import { readState, type State } from "./state.ts";

/**
 * What is wrong with the tables that queries look at: whatever indexing everything again would change.
 *
 * @param db In a transaction that is not kept.
 */
export async function brokenRows(db: Db, before: State): Promise<string[]> {
  await db.deleteFrom("rows").execute();
  await db.deleteFrom("row_values").execute();
  for (const id of before.sources.keys()) await reindexDataSource(db, id);
  // In a second round, because formulas and rollups read rows of other data sources.
  const workspaces = Map.groupBy(before.sources.values(), ({ node }) => node.workspace_id);
  for (const [workspaceId, sources] of workspaces) {
    const belonging = { workspaceId, author: "", names: new Map() };
    const documents = new Map(sources.map(({ node, document }) => [node.id, document]));
    await keepSeededResults(documents, belonging, { db, ids: randomIds, now: new Date(0).toISOString() });
  }
  const after = await readState(db);
  const found = linesOf(before);
  const expected = linesOf(after);
  return [
    ...[...found].filter((line) => !expected.has(line)).map((line) => `indexed, but not so: ${line}`),
    ...[...expected].filter((line) => !found.has(line)).map((line) => `not indexed: ${line}`),
  ];
}

/** Each row with all that it is found by. What stands in `row_values` counts only where a row says so. */
function linesOf({ rows, rowValues, sources }: State): Set<string> {
  const bySeq = new Map([...sources.values()].map(({ node, document }) => [Number(node.seq), document]));
  return new Set(
    rows.map((row) => {
      const slots = Object.entries(bySeq.get(Number(row.data_source_seq))?.slots ?? {});
      const used = new Set(slots.filter(([id]) => !id.startsWith("-")).map(([, slot]) => slot));
      const elsewhere = slots
        .filter(([, slot]) => slot.endsWith("*") || isFull(row[slot as `t${number}`]))
        .map(([id]) => rowValues.find((each) => each.page_id === row.page_id && each.property_id === id))
        .filter((value) => value !== undefined && (value.text !== null || value.number !== null));
      const filled = Object.entries(row).filter(
        ([column, value]) => value !== null && (!SLOT.test(column) || used.has(column)),
      );
      return JSON.stringify([Object.fromEntries(filled), elsewhere]);
    }),
  );
}

const SLOT = /^[nt]\d+$/;

const isFull = (text: unknown): boolean =>
  typeof text === "string" && Array.from(text).length >= KEPT_CHARACTERS;
