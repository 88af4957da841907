import type { Db } from "./database.ts";
import type { DataSourceDocument, PageDocument } from "./documents.ts";
import type { Node } from "./tables.ts";

/**
 * Gives every property that is filtered or sorted by a column of the table `rows`, and takes the columns of
 * removed ones back. A property that changes its type gets another column.
 *
 * @returns The `slots` of the document.
 */
export function assignSlots(
  _properties: DataSourceDocument["properties"],
  before: DataSourceDocument["slots"],
): DataSourceDocument["slots"] {
  return before;
}

/** Writes what a page is filtered and sorted by. Called whenever a row is made, changed, moved or trashed. */
export async function indexPage(
  _db: Db,
  _page: Node,
  _document: PageDocument,
  _dataSource: DataSourceDocument,
): Promise<void> {}

/** Takes a page out: it left its data source. */
export async function unindexPage(_db: Db, _dataSourceId: string, _pageId: string): Promise<void> {}

/** Writes all rows of a data source again, after properties have changed their type or their options. */
export async function reindexDataSource(_db: Db, _dataSourceId: string): Promise<void> {}
