import { mustReach } from "../../../auth/access.ts";
import type { Context } from "../../../context.ts";
import type { DataSourceDocument, StoredProperty } from "../../../store/documents.ts";
import { findNode, updateNode } from "../../../store/nodes.ts";
import { type RowDocument, rewriteRows } from "../../../store/row-documents.ts";
import { assignSlots, freeColumns, reindexDataSource } from "../../../store/rows.ts";
import type { Node } from "../../../store/tables.ts";
import { keepAll } from "../computed/results.ts";
import { describeSources } from "./computed.ts";
import { mustFit } from "./size.ts";

/** A data source whose schema is being changed. */
export interface EditedSource {
  node: Node;
  document: DataSourceDocument;
  /** What its rows have to go through. Each changes a row in place and says whether it did. */
  rowChanges: ((row: RowDocument) => boolean)[];
  /** Whether columns of the table `rows` have to be emptied. */
  reindex: boolean;
}

/**
 * A change of a schema, collected in memory and then saved at once. It may reach into other data sources,
 * because a relation can show on both sides.
 */
export interface SchemaEdit {
  context: Context;
  source: EditedSource;
  /** All that take part, by id. */
  sources: Map<string, EditedSource>;
}

export function editSchema(node: Node, context: Context): SchemaEdit {
  const source = editedSource(node);
  return { context, source, sources: new Map([[node.id, source]]) };
}

function editedSource(node: Node): EditedSource {
  const document = JSON.parse(node.document) as DataSourceDocument;
  return { node, document, rowChanges: [], reindex: false };
}

/**
 * A data source that a relation is to lead to.
 *
 * @throws ApiError object_not_found when the connection may not see it
 */
export async function reachSource(edit: SchemaEdit, id: string): Promise<EditedSource> {
  const { node } = await mustReach(edit.context, "data source", id, ["data_source"]);
  return edit.sources.get(node.id) ?? join(edit, node);
}

/** A data source that a relation leads to already. It is kept in step even where the connection may not see it. */
export async function otherSource(edit: SchemaEdit, id: string): Promise<EditedSource | undefined> {
  const { db, connection } = edit.context;
  const known = edit.sources.get(id);
  const node = known?.node ?? (await findNode(db, connection.workspaceId, id));
  return known ?? (node && join(edit, node));
}

function join(edit: SchemaEdit, node: Node): EditedSource {
  const source = editedSource(node);
  edit.sources.set(node.id, source);
  return source;
}

/** Adds a property with an id that no other of its data source has. */
export function addProperty(
  { document }: EditedSource,
  property: Omit<StoredProperty, "id">,
  { ids }: Context,
): StoredProperty {
  const taken = new Set(document.properties.map(({ id }) => id));
  let id = property.type === "title" ? "title" : ids.short();
  while (taken.has(id)) id = ids.short();
  const added = { id, ...property };
  document.properties.push(added);
  return added;
}

/**
 * Writes everything: rows first, because reading their values under a new type may add options.
 *
 * @throws ApiError validation_error when a schema has become too large
 */
export async function saveSchema(edit: SchemaEdit): Promise<void> {
  const { context, sources } = edit;
  for (const [id, { rowChanges }] of sources) {
    if (rowChanges.length === 0) continue;
    // Every change sees every row, so `some` would not do.
    await rewriteRows(context.db, id, (row) => rowChanges.map((change) => change(row)).includes(true));
  }
  const outdated = await describeSources(edit);
  for (const source of sources.values()) await saveSource(source, context);
  const toKeep = [...outdated].flatMap(([id, propertyIds]) => {
    const source = sources.get(id);
    return source ? [{ source: { id, document: source.document }, propertyIds }] : [];
  });
  await keepAll(toKeep, context);
}

async function saveSource(source: EditedSource, { db, now, connection }: Context): Promise<void> {
  const { node, document, rowChanges, reindex } = source;
  if (rowChanges.length === 0 && JSON.stringify(document) === node.document) return;
  const before = JSON.parse(node.document) as DataSourceDocument;
  mustFit(document.properties, before.properties);
  document.slots = assignSlots(document.properties, document.slots, document.computed);
  const isEdited = rowChanges.length > 0 || written(document) !== written(before);
  const edited = { last_edited_time: now, last_edited_by: connection.id };
  await updateNode(db, node.id, { document: JSON.stringify(document), ...(isEdited && edited) });
  if (reindex || rowChanges.length > 0) await reindexDataSource(db, node.id);
  // Formulas may have come to something else, and rows have nothing of it otherwise.
  else await freeColumns(db, node.id);
}

/** What somebody wrote of a data source, and not what follows from that. */
const written = ({ computed: _, readBy: __, slots: ___, ...rest }: DataSourceDocument): string =>
  JSON.stringify(rest);
