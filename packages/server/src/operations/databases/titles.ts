import type { Context } from "../../context.ts";
import { allDataSourceIds, dataSourcesOf } from "../../store/data-sources.ts";
import type { DatabaseDocument, DataSourceDocument, StoredRichText } from "../../store/documents.ts";
import { findNode, updateNode, updateNodes } from "../../store/nodes.ts";
import type { Node } from "../../store/tables.ts";
import { readRichText } from "../rich-text/read.ts";
import { foldTitle, plainText } from "../titles.ts";

/** What a database is called, and a data source in the list of its database, before it has a title. Recorded. */
export const UNNAMED = "New database";

export const unnamedTitle = (): StoredRichText[] => readRichText([{ text: { content: UNNAMED } }]);

/** What a data source is called in the list of its database. */
export const dataSourceName = ({ title }: DataSourceDocument): string => plainText(title) || UNNAMED;

/**
 * Writes the title of a database. The data sources are found by it, also when they come out of the trash: search
 * looks for the title of the database, not for theirs.
 */
export async function writeTitle(database: Node, document: DatabaseDocument, { db }: Context): Promise<void> {
  const title = foldTitle(plainText(document.title));
  await updateNode(db, database.id, { title, document: JSON.stringify(document) });
  const sources = await allDataSourceIds(db, database.id);
  if (sources.length > 0) await updateNodes(db, sources, { title });
}

/** A database without a title of its own takes that of its only data source over. Recorded. */
export async function nameUnnamedDatabase(
  dataSource: Node,
  title: StoredRichText[],
  context: Context,
): Promise<void> {
  const { db, connection } = context;
  const database = await findNode(db, connection.workspaceId, dataSource.parent_id ?? "");
  if (!database) return;
  const document = JSON.parse(database.document) as DatabaseDocument;
  const sources = await dataSourcesOf(db, database.id);
  if (plainText(document.title) !== UNNAMED || sources.length !== 1) return;
  await writeTitle(database, { ...document, title }, context);
}
