import type { Context } from "../context.ts";
import type { Ancestry } from "../store/ancestry.ts";
import type { DataSourceDocument, PageDocument } from "../store/documents.ts";
import { findNodes, updateNodes } from "../store/nodes.ts";
import { indexPage, touchRow } from "../store/rows.ts";

/** Notes that a node, or several, were changed now, by the caller. */
export const touch = (ids: string | readonly string[], { db, connection, now }: Context): Promise<void> =>
  updateNodes(db, [ids].flat(), { last_edited_time: now, last_edited_by: connection.id });

/**
 * Notes that the content of a page or block changed: of it, and of the page that it is on.
 *
 * @param chain It first, then what is above it.
 */
export async function touchContent(chain: Ancestry["chain"], context: Context): Promise<void> {
  const index = chain.findIndex(({ kind }) => kind === "page");
  const [first, page, above] = [chain[0], chain[index], chain[index + 1]];
  const ids = [first, page].flatMap((node) => (node ? [node.id] : []));
  await touch([...new Set(ids)], context);
  if (page && above?.kind === "data_source") {
    const { db, now, connection } = context;
    await touchRow(db, above.id, page.id, { last_edited_time: now, last_edited_by: connection.id });
  }
}

/** Writes what a row is filtered and sorted by again: its times or its place in the trash changed. */
export async function reindexRow(pageId: string, dataSourceId: string, context: Context): Promise<void> {
  const { db, connection, changes } = context;
  const nodes = await findNodes(db, connection.workspaceId, [pageId, dataSourceId]);
  const page = nodes.get(pageId);
  const dataSource = nodes.get(dataSourceId);
  if (!page || !dataSource) return;
  const document = JSON.parse(dataSource.document) as DataSourceDocument;
  await indexPage(db, page, JSON.parse(page.document) as PageDocument, document);
  // It is in relations or it is not.
  if (document.readBy) changes.add(pageId, "all");
}
