import type { Context } from "../../../context.ts";
import type { DataSourceDocument } from "../../../store/documents.ts";
import { findNodes, updateNode } from "../../../store/nodes.ts";
import { assignSlots } from "../../../store/rows.ts";

/** Data sources as they are, by id. */
export type Loaded = Map<string, Source>;

export interface Source {
  id: string;
  document: DataSourceDocument;
}

/**
 * Takes the column of a formula or a rollup away: one row is read by too many. Rollups that sum it up lose theirs as
 * well. What stands in a column is of no meaning from then on; the next change of the schema empties it.
 *
 * @param loaded Those that are known already; what is loaded is added.
 */
export async function giveUp(
  { id, document }: Source,
  propertyId: string,
  loaded: Loaded,
  context: Context,
): Promise<void> {
  const computed = document.computed?.[propertyId];
  if (!computed?.isKept) return;
  const { reads, ...rest } = computed;
  document.computed = {
    ...document.computed,
    [propertyId]: { ...rest, isKept: false, isTooWide: true, reads },
  };
  document.slots = assignSlots(document.properties, document.slots, document.computed);
  await updateNode(context.db, id, { document: JSON.stringify(document) });
  for (const reader of await loadSources(document.readBy ?? [], loaded, context)) {
    for (const rollupId of rollupsOver(propertyId, id, reader.document)) {
      await giveUp(reader, rollupId, loaded, context);
    }
  }
}

export async function loadSources(
  ids: readonly string[],
  loaded: Loaded,
  { db, connection }: Context,
): Promise<Source[]> {
  const nodes = await findNodes(
    db,
    connection.workspaceId,
    ids.filter((id) => !loaded.has(id)),
  );
  for (const { id, document } of nodes.values()) {
    loaded.set(id, { id, document: JSON.parse(document) as DataSourceDocument });
  }
  return ids.flatMap((id) => loaded.get(id) ?? []);
}

function rollupsOver(propertyId: string, id: string, { properties }: DataSourceDocument): string[] {
  const relations = properties.filter(
    ({ type, config }) => type === "relation" && config.data_source_id === id,
  );
  const rollups = properties.filter(
    ({ type, config }) => type === "rollup" && config.rollup_property_id === propertyId,
  );
  return rollups
    .filter(({ config }) => relations.some((relation) => relation.id === config.relation_property_id))
    .map((rollup) => rollup.id);
}
