import { sql, type Updateable } from "kysely";
import type { Db } from "./database.ts";
import type { DataSourceDocument, PageDocument } from "./documents.ts";
import { seqOf, updateNode } from "./nodes.ts";
import { rowsAfter } from "./row-documents.ts";
import { KEPT_CHARACTERS, slotValue } from "./slots.ts";
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
    // Formulas are computed of what is written here, and follow.
    if (slot === undefined || property.type === "formula") continue;
    place(slotValue(property, document.properties[property.id]), slot, columns, values, {
      page_id: page.id,
      property_id: property.id,
    });
  }
  return { columns, values };
}

/** Puts a value into its column, and what does not fit into `row_values`. */
function place(
  value: string | number | null,
  slot: string,
  columns: Record<string, unknown>,
  values: RowValuesTable[],
  key: Pick<RowValuesTable, "page_id" | "property_id">,
): void {
  if (slot.endsWith("*")) {
    const text = typeof value === "string" ? value : null;
    values.push({ ...key, text, number: typeof value === "number" ? value : null });
  } else if (typeof value === "string" && value.length >= KEPT_CHARACTERS) {
    columns[slot] = Array.from(value).slice(0, KEPT_CHARACTERS).join("");
    values.push({ ...key, text: value, number: null });
  } else {
    columns[slot] = value;
  }
}

/** What formulas come to for a row. */
export interface RowResults {
  seq: number;
  pageId: string;
  /** By property id. */
  values: ReadonlyMap<string, string | number | null>;
}

/**
 * Writes what formulas come to. Rows that are not there, such as templates, are left out.
 *
 * @param slots Those of the data source.
 * @param results Of the same properties for all rows; each has a slot.
 */
export async function writeResults(
  db: Db,
  dataSourceId: string,
  slots: DataSourceDocument["slots"],
  results: readonly RowResults[],
): Promise<void> {
  const long: RowValuesTable[] = [];
  const rows = results.map(({ seq, pageId, values }) => {
    const columns: Record<string, string | number | null> = {};
    for (const [property_id, value] of values) {
      place(value, slots[property_id] as string, columns, long, { page_id: pageId, property_id });
    }
    return { seq, ...columns };
  });
  if (Object.keys(rows[0] ?? {}).length > 1) await updateRows(db, rows, dataSourceId);
  if (long.length > 0) await writeValues(db, long);
}

type ResultColumns = Record<string, string | number | null>;

const updateRows = rowStatement((db, rows: ResultColumns[], dataSourceId: string) => {
  const names = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) => sql`(${sql.join(names.map((name) => typed(name, row[name] ?? null)))})`);
  const slots = names.filter((name) => name !== "seq");
  const update = sql<never>`
    with changed (${sql.join(names.map((name) => sql.ref(name)))}) as (values ${sql.join(lines)})
    update rows set ${sql.join(slots.map((name) => sql`${sql.ref(name)} = changed.${sql.ref(name)}`))}
    from changed where rows.data_source_seq = ${seqOf(dataSourceId)} and rows.seq = changed.seq`;
  return { compile: () => update.compile(db) };
});

/** PostgreSQL takes what it is not told the type of for text. */
function typed(column: string, value: string | number | null) {
  if (column === "seq") return sql`cast(${value} as bigint)`;
  return column.startsWith("n") ? sql`cast(${value} as double precision)` : sql`cast(${value} as text)`;
}

async function writeValues(db: Db, values: RowValuesTable[]): Promise<void> {
  await db
    .insertInto("row_values")
    .values(values)
    .onConflict((conflict) =>
      conflict.columns(["page_id", "property_id"]).doUpdateSet((excluded) => ({
        text: excluded.ref("excluded.text"),
        number: excluded.ref("excluded.number"),
      })),
    )
    .execute();
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
  const node = await db
    .selectFrom("nodes")
    .select("document")
    .where("id", "=", dataSourceId)
    .executeTakeFirstOrThrow();
  const dataSource = JSON.parse(node.document) as DataSourceDocument;
  const freed = Object.entries(dataSource.slots).filter(([key, slot]) => key === `-${slot}`);
  if (freed.length > 0) {
    const empty = Object.fromEntries(freed.map(([, slot]) => [slot, null]));
    await db.updateTable("rows").set(empty).where("data_source_seq", "=", seqOf(dataSourceId)).execute();
    for (const [key] of freed) delete dataSource.slots[key];
    const document = JSON.stringify(dataSource);
    await updateNode(db, dataSourceId, { document });
  }
  let after = 0;
  while (true) {
    const pages = await rowsAfter(db, dataSourceId, after, BATCH);
    await indexPages(db, dataSourceId, pages, dataSource);
    const last = pages.at(-1);
    if (!last || pages.length < BATCH) return;
    after = Number(last.seq);
  }
}
