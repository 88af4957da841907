import type { Updateable } from "kysely";
import type { Db } from "./database.ts";
import type { DataSourceDocument, PageDocument } from "./documents.ts";
import { seqOf, updateNode } from "./nodes.ts";
import { rowsAfter } from "./row-documents.ts";
import { placeValue, writeValues } from "./row-values.ts";
import { slotValue } from "./slots.ts";
import { rowStatement } from "./statement.ts";
import type { Node, RowsTable, RowValuesTable } from "./tables.ts";

export { assignSlots } from "./slots.ts";

/**
 * Writes what a page is filtered and sorted by. Called whenever a row is made, changed, moved or trashed.
 *
 * @param page As it is now; its parent is the data source.
 */
export async function indexPage(
  db: Db,
  page: Node,
  document: PageDocument,
  dataSource: DataSourceDocument,
): Promise<void> {
  const dataSourceId = page.parent_id ?? "";
  // No query returns a template.
  if (document.is_template) return await unindexPage(db, dataSourceId, page.id);
  const { columns, values } = readRow(page, document, dataSource);
  await putRows(db, [{ seq: Number(page.seq), page_id: page.id, ...columns }], dataSourceId);
  if (values.length > 0) await writeValues(db, values);
}

const putRows = rowStatement((db, rows: Omit<RowsTable, "data_source_seq">[], dataSourceId: string) =>
  db
    .insertInto("rows")
    .values(rows.map((row) => ({ ...row, data_source_seq: seqOf(dataSourceId) })))
    .onConflict((conflict) =>
      conflict.columns(["data_source_seq", "seq"]).doUpdateSet((excluded) => {
        const { seq, page_id, ...columns } = rows[0] ?? {};
        const names = Object.keys(columns) as (keyof RowsTable)[];
        return Object.fromEntries(names.map((name) => [name, excluded.ref(`excluded.${name}`)])) as object;
      }),
    ),
);

/** What SQLite takes at most in one statement; PostgreSQL takes twice as many. */
const MAX_VARIABLES = 32_766;

/** As `indexPage`, of many rows of one data source in few statements. */
async function indexPages(
  db: Db,
  dataSourceId: string,
  pages: readonly Node[],
  dataSource: DataSourceDocument,
): Promise<void> {
  const rows: Omit<RowsTable, "data_source_seq">[] = [];
  const values: RowValuesTable[] = [];
  for (const page of pages) {
    const document = JSON.parse(page.document) as PageDocument;
    if (document.is_template) {
      await unindexPage(db, dataSourceId, page.id);
      continue;
    }
    const read = readRow(page, document, dataSource);
    rows.push({ seq: Number(page.seq), page_id: page.id, ...read.columns });
    values.push(...read.values);
  }
  // Rows of one data source have the same columns.
  const columns = Object.keys(rows[0] ?? {});
  // Each takes the id of the data source as well.
  const step = Math.floor(MAX_VARIABLES / (columns.length + 1));
  for (let start = 0; start < rows.length; start += step) {
    await putRows(db, rows.slice(start, start + step), dataSourceId);
  }
  for (let start = 0; start < values.length; start += BATCH) {
    await writeValues(db, values.slice(start, start + BATCH));
  }
}

type Columns = Omit<RowsTable, "data_source_seq" | "seq" | "page_id">;

/** The columns of a row, and what has no place in them. */
function readRow(
  page: Node,
  document: PageDocument,
  { properties, slots }: DataSourceDocument,
): { columns: Columns; values: RowValuesTable[] } {
  const columns: Columns = {
    in_trash: page.in_trash,
    is_archived: document.is_archived ? 1 : 0,
    created_time: page.created_time,
    created_by: page.created_by,
    last_edited_time: page.last_edited_time,
    last_edited_by: page.last_edited_by,
  };
  const values: RowValuesTable[] = [];
  for (const property of properties) {
    const slot = slots[property.id];
    // Formulas and rollups are computed of what is written here, and follow.
    if (slot === undefined || property.type === "formula" || property.type === "rollup") continue;
    placeValue(slotValue(property, document.properties[property.id]), slot, columns, values, {
      page_id: page.id,
      property_id: property.id,
    });
  }
  return { columns, values };
}

/** Notes in the index that a page was changed, if it is a row: `touch` without its values. */
export async function touchRow(
  db: Db,
  dataSourceId: string,
  pageId: string,
  change: Pick<Updateable<RowsTable>, "last_edited_time" | "last_edited_by">,
): Promise<void> {
  await db
    .updateTable("rows")
    .set(change)
    .where("data_source_seq", "=", seqOf(dataSourceId))
    .where("seq", "=", seqOf(pageId))
    .execute();
}

/** Takes a page out: it left its data source. */
export async function unindexPage(db: Db, dataSourceId: string, pageId: string): Promise<void> {
  await db
    .deleteFrom("rows")
    .where("data_source_seq", "=", seqOf(dataSourceId))
    .where("seq", "=", seqOf(pageId))
    .execute();
  await db.deleteFrom("row_values").where("page_id", "=", pageId).execute();
}

/** How many rows are read and written at once. */
const BATCH = 500;

/**
 * Writes all rows of a data source again, and makes the columns of removed properties free. Called after its
 * document was written, whenever properties were removed, changed their type or lost options.
 */
export async function reindexDataSource(db: Db, dataSourceId: string): Promise<void> {
  const dataSource = await freeColumns(db, dataSourceId);
  let after = 0;
  while (true) {
    const pages = await rowsAfter(db, dataSourceId, after, BATCH);
    await indexPages(db, dataSourceId, pages, dataSource);
    const last = pages.at(-1);
    if (!last || pages.length < BATCH) return;
    after = Number(last.seq);
  }
}

/**
 * Empties the columns of what does not need them any more, so that they can be given away.
 *
 * @returns The data source as it is then.
 */
export async function freeColumns(db: Db, dataSourceId: string): Promise<DataSourceDocument> {
  const node = await db
    .selectFrom("nodes")
    .select("document")
    .where("id", "=", dataSourceId)
    .executeTakeFirstOrThrow();
  const dataSource = JSON.parse(node.document) as DataSourceDocument;
  const freed = Object.entries(dataSource.slots).filter(([key, slot]) => key === `-${slot}`);
  if (freed.length === 0) return dataSource;
  const empty = Object.fromEntries(freed.map(([, slot]) => [slot, null]));
  await db.updateTable("rows").set(empty).where("data_source_seq", "=", seqOf(dataSourceId)).execute();
  for (const [key] of freed) delete dataSource.slots[key];
  await updateNode(db, dataSourceId, { document: JSON.stringify(dataSource) });
  return dataSource;
}
