import type { Context } from "../../../context.ts";
import type { DataSourceDocument, StoredProperty } from "../../../store/documents.ts";
import { findNodes } from "../../../store/nodes.ts";
import { type RollupColumn, relateToMore, writeRollups } from "../../../store/rollups.ts";
import { rollupField } from "../../data-sources/query/fields.ts";
import type { Related } from "../../data-sources/query/scope.ts";

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
      const columns: RollupColumn[] = [];
      for (const rollup of ofSource) columns.push(...(await columnOf(rollup, context)));
      await writeRollups(context.db, columns);
    }
  }
}

/**
 * Writes what a rollup comes to for some rows.
 *
 * @param most How many pages these rows may relate to.
 * @returns Whether it did: not for rows that relate to more.
 */
export async function keepRollup(
  rollup: KeptRollup,
  pageIds: readonly string[],
  most: number,
  context: Context,
): Promise<boolean> {
  const [column] = await columnOf(rollup, context);
  if (!column) return true;
  const { calculate, relation } = column.rollup;
  if (calculate !== "first" && (await relateToMore(context.db, pageIds, relation, most))) return false;
  await writeRollups(context.db, [column], pageIds);
  return true;
}

/** Where a rollup stands, and what it is; nothing of one that has no column. */
async function columnOf(
  { source: { id, document }, property }: KeptRollup,
  { db, connection }: Context,
): Promise<RollupColumn[]> {
  const slot = document.slots[property.id];
  if (slot === undefined || slot.endsWith("*")) return [];
  const read = document.computed?.[property.id]?.reads.map(({ source }) => source) ?? [];
  const nodes = await findNodes(db, connection.workspaceId, [id, ...read]);
  const related = new Map<string, Related>();
  for (const node of nodes.values()) {
    const other = node.id === id ? document : (JSON.parse(node.document) as DataSourceDocument);
    related.set(node.id, { seq: Number(node.seq), document: other });
  }
  const rollup = rollupField(property, document, { related });
  const dataSource = related.get(id)?.seq;
  return rollup && dataSource !== undefined ? [{ dataSource, slot, rollup }] : [];
}
