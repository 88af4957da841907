import type { Context } from "../../../context.ts";
import type { DataSourceDocument, StoredProperty } from "../../../store/documents.ts";
import { findNodes } from "../../../store/nodes.ts";
import { type RollupColumn, relateToMore, writeRollups } from "../../../store/rollups.ts";
import { type Related, rollupField } from "../fields.ts";

/** A rollup that has a column in the table `rows`. */
export interface KeptRollup {
  source: { id: string; document: DataSourceDocument };
  property: StoredProperty;
}

/** Of how many rollups it is made, itself included: those that are made of others are written after these. */
export const heightOf = ({ source, property }: KeptRollup): number =>
  source.document.computed?.[property.id]?.rollup?.height ?? 0;

/**
 * Writes what rollups come to for all rows, for filters and sorts: what the whole workspace would see, as of formulas.
 */
export async function keepAllRollups(rollups: readonly KeptRollup[], context: Context): Promise<void> {
  const byHeight = Map.groupBy(rollups, heightOf);
  for (const height of [...byHeight.keys()].sort((one, other) => one - other)) {
    // One statement for each data source: to write a row twice takes twice as long.
    for (const ofSource of Map.groupBy(byHeight.get(height) ?? [], ({ source }) => source).values()) {
      const columns = await columnsOf(ofSource, context);
      await writeRollups(
        context.db,
        columns.map(({ column }) => column),
      );
    }
  }
}

/**
 * Writes what rollups come to for some rows.
 *
 * @param rollups Of one data source, and none made of another one.
 * @param most How many pages these rows may relate to.
 * @returns Those that it did not write, because the rows relate to more by their relation.
 */
export async function keepRollups(
  rollups: readonly KeptRollup[],
  pageIds: readonly string[],
  most: number,
  context: Context,
): Promise<KeptRollup[]> {
  const columns: RollupColumn[] = [];
  const tooWide: KeptRollup[] = [];
  const known = new Map<string, boolean>();
  for (const { rollup, column } of await columnsOf(rollups, context)) {
    const { calculate, relation } = column.rollup;
    const isTooWide =
      calculate !== "first" &&
      (known.get(relation) ?? (await relateToMore(context.db, pageIds, relation, most)));
    if (calculate !== "first") known.set(relation, isTooWide);
    if (isTooWide) tooWide.push(rollup);
    else columns.push(column);
  }
  await writeRollups(context.db, columns, pageIds);
  return tooWide;
}

/** Where rollups of one data source stand, and what they are; those that have no column are left out. */
async function columnsOf(
  rollups: readonly KeptRollup[],
  { db, connection }: Context,
): Promise<{ rollup: KeptRollup; column: RollupColumn }[]> {
  const [first] = rollups;
  if (!first) return [];
  const { id, document } = first.source;
  const read = rollups.flatMap(({ property }) => document.computed?.[property.id]?.reads ?? []);
  const nodes = await findNodes(db, connection.workspaceId, [id, ...read.map(({ source }) => source)]);
  const related = new Map<string, Related>();
  for (const node of nodes.values()) {
    const other = node.id === id ? document : (JSON.parse(node.document) as DataSourceDocument);
    related.set(node.id, { seq: Number(node.seq), document: other });
  }
  const dataSource = related.get(id)?.seq;
  if (dataSource === undefined) return [];
  return rollups.flatMap((rollup) => {
    const slot = document.slots[rollup.property.id];
    const field = rollupField(rollup.property, document, { related });
    if (slot === undefined || slot.endsWith("*") || !field) return [];
    return [{ rollup, column: { dataSource, slot, rollup: field } }];
  });
}
