import { notFound } from "../../../auth/access.ts";
import type { Context } from "../../../context.ts";
import type { StoredProperty } from "../../../store/documents.ts";
import { findNodes } from "../../../store/nodes.ts";
import { addTarget, removeTarget, replaceRelation } from "../../../store/relations.ts";
import { dashed } from "../../../uuid.ts";
import { relationOf } from "../schema/relations.ts";
import type { Rendering, RequestOf } from "./value-type.ts";

/**
 * The targets that a request names, each once. Whoever sees a data source sees its rows, so they are not asked for
 * one by one.
 *
 * @param property A relation to a data source that the connection may see.
 * @throws ApiError object_not_found for what is no row of the related data source
 */
export async function readRelation(
  request: RequestOf<"relation">,
  property: StoredProperty,
  context: Context,
): Promise<string[]> {
  const { db, connection } = context;
  const ids = [...new Set(request.map(({ id }) => dashed(id)))];
  if (ids.length === 0) return [];
  const { data_source_id } = relationOf(property);
  const found = await findNodes(db, connection.workspaceId, ids);
  const stranger = ids.find((id) => found.get(id)?.parent_id !== data_source_id);
  if (stranger !== undefined) throw notFound(context, "page", stranger);
  return ids;
}

/** Writes a value, and the other side of it where the relation has one. */
export async function writeRelation(
  pageId: string,
  property: StoredProperty,
  targetIds: readonly string[],
  { db, changes }: Context,
): Promise<void> {
  const { added, removed } = await replaceRelation(db, pageId, property.id, targetIds);
  changes.add(pageId, [property.id]);
  const config = relationOf(property);
  if (config.type !== "dual_property") return;
  await removeTarget(db, removed, config.synced_property_id, pageId);
  await addTarget(db, added, config.synced_property_id, pageId);
  for (const id of [...added, ...removed]) changes.add(id, [config.synced_property_id]);
}

/** The first targets, and whether there are more. */
export function renderRelation({ property, related, limit = Number.POSITIVE_INFINITY }: Rendering): {
  relation: { id: string }[];
  has_more: boolean;
} {
  const ids = related.get(property.id) ?? [];
  return { relation: ids.slice(0, limit).map((id) => ({ id })), has_more: ids.length > limit };
}
