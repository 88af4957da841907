import type { Context } from "../../../context.ts";
import type { DataSourceDocument, StoredProperty } from "../../../store/documents.ts";
import { findNodes } from "../../../store/nodes.ts";
import { relateToMore, writeRollup } from "../../../store/rollups.ts";
import { rollupField } from "../../data-sources/query/fields.ts";
import type { Related } from "../../data-sources/query/scope.ts";

/** A rollup that has a column in the table `rows`. */
export interface KeptRollup {
  source: { id: string; document: DataSourceDocument };
  property: StoredProperty;
}

/** Those made of others come after these. */
export const byHeight = (one: KeptRollup, other: KeptRollup): number => heightOf(one) - heightOf(other);

const heightOf = ({ source, property }: KeptRollup): number =>
  source.document.computed?.[property.id]?.rollup?.height ?? 0;

/**
 * Writes what a rollup comes to, for filters and sorts: what the whole workspace would see, as of formulas.
 *
 * @param pageIds For which rows; all when left out.
 * @param most How many pages these rows may relate to.
 * @returns Whether it did: not for rows that relate to more.
 */
export async function keepRollup(
  { source, property }: KeptRollup,
  { db, connection }: Context,
  pageIds?: readonly string[],
  most = Number.POSITIVE_INFINITY,
): Promise<boolean> {
  const { id, document } = source;
  const slot = document.slots[property.id];
  if (slot === undefined || slot.endsWith("*")) return true;
  const read = document.computed?.[property.id]?.reads.map(({ source: other }) => other) ?? [];
  const nodes = await findNodes(db, connection.workspaceId, [id, ...read]);
  const related = new Map<string, Related>();
  for (const node of nodes.values()) {
    const other = node.id === id ? document : (JSON.parse(node.document) as DataSourceDocument);
    related.set(node.id, { seq: Number(node.seq), document: other });
  }
  const own = related.get(id);
  const rollup = rollupField(property, document, { related });
  if (!own || !rollup) return true;
  if (pageIds && rollup.calculate !== "first" && (await relateToMore(db, pageIds, rollup.relation, most))) {
    return false;
  }
  await writeRollup(db, own.seq, slot, rollup, pageIds);
  return true;
}
