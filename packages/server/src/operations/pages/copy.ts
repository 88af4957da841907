import type { Context } from "../../context.ts";
import { addToChildrenCount } from "../../store/children.ts";
import { takeNumbers, uniqueIdCounter } from "../../store/counters.ts";
import type { DataSourceDocument, PageDocument } from "../../store/documents.ts";
import { findNode, findNodes, insertNodes } from "../../store/nodes.ts";
import { positionsAt } from "../../store/positions.ts";
import { indexPage } from "../../store/rows.ts";
import { listDescendants } from "../../store/subtrees.ts";
import { editSchema, saveSchema } from "../properties/schema/edit.ts";

const IDS = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/**
 * Copies all that is in a page to the end of another one. What points at something that is copied, such as a copy
 * of a synced block, points at the copy.
 *
 * @param fill Changes what is copied, a document at a time.
 */
export async function copyContent(
  fromId: string,
  toId: string,
  fill: (document: object) => object,
  context: Context,
): Promise<void> {
  const { db, connection, ids, now } = context;
  const originals = await listDescendants(db, fromId);
  if (originals.length === 0) return;
  const first = originals.filter(({ parent_id }) => parent_id === fromId);
  const positions = (await positionsAt(db, toId, { at: "end" }, first.length)) ?? [];
  const copies = new Map(originals.map(({ id }) => [id, ids.uuid()]));
  copies.set(fromId, toId);
  const copyOf = (id: string): string => copies.get(id) ?? id;

  const made = originals.map(({ seq: _seq, ...node }, index) => ({
    ...node,
    id: copyOf(node.id),
    parent_id: copyOf(node.parent_id ?? ""),
    // Those of the first level come first, and stand after what the page has already.
    position: positions[index] ?? node.position,
    created_time: now,
    created_by: connection.id,
    last_edited_time: now,
    last_edited_by: connection.id,
    document: JSON.stringify(fill(JSON.parse(node.document.replace(IDS, copyOf)) as object)),
  }));
  await insertNodes(db, made);
  for (const { id, kind } of made) if (kind === "data_source") await noteReaders(id, made, context);
  await addToChildrenCount(db, toId, first.length);
  await indexRows(
    made.filter(({ parent_kind }) => parent_kind === "data_source").map(({ id }) => id),
    context,
  );
}

/** Notes who reads the rows of a copied data source, which are others, and whose rows its formulas and rollups read. */
async function noteReaders(id: string, made: readonly { id: string }[], context: Context): Promise<void> {
  const node = await findNode(context.db, context.connection.workspaceId, id);
  if (!node) return;
  const edit = editSchema(node, context);
  const { document } = edit.source;
  document.readBy = document.readBy?.filter((reader) => made.some((copy) => copy.id === reader)) ?? [];
  if (document.readBy.length === 0) delete document.readBy;
  await saveSchema(edit);
}

/** Rows of data sources that came along: they are found by queries, and numbers go on after theirs. */
async function indexRows(rowIds: readonly string[], { db, connection, changes }: Context): Promise<void> {
  const rows = [...(await findNodes(db, connection.workspaceId, rowIds)).values()];
  const sources = await findNodes(
    db,
    connection.workspaceId,
    rows.map(({ parent_id }) => parent_id ?? ""),
  );
  for (const source of sources.values()) {
    const document = JSON.parse(source.document) as DataSourceDocument;
    const own = rows.filter(({ parent_id }) => parent_id === source.id);
    const pages = own.map((node) => ({ node, page: JSON.parse(node.document) as PageDocument }));
    for (const { node, page } of pages) {
      await indexPage(db, node, page, document);
      if (document.computed) changes.add(node.id, "all");
    }
    for (const { id, type } of document.properties) {
      if (type !== "unique_id") continue;
      const used = Math.max(0, ...pages.map(({ page }) => numberOf(page, id)));
      if (used > 0) await takeNumbers(db, uniqueIdCounter(source.id, id), used);
    }
  }
}

function numberOf({ properties }: PageDocument, id: string): number {
  const value = properties[id];
  return value?.type === "unique_id" ? value.unique_id : 0;
}
