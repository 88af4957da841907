import { sql } from "kysely";
import type { Db } from "./database.ts";
import type { DataSourceDocument } from "./documents.ts";
import { isSqlite } from "./engine.ts";
import { seqOf } from "./nodes.ts";
import { placeValue, writeValues } from "./row-values.ts";
import { rowStatement } from "./statement.ts";
import type { RowValuesTable } from "./tables.ts";

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
      placeValue(value, slots[property_id] as string, columns, long, { page_id: pageId, property_id });
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
  // PostgreSQL does not see how many rows a data source has, and may go through all of them for each that is written.
  const only = isSqlite(db)
    ? sql``
    : sql`and rows.seq in (${sql.join(rows.map(({ seq }) => sql`cast(${seq} as bigint)`))})`;
  const update = sql<never>`
    with changed (${sql.join(names.map((name) => sql.ref(name)))}) as (values ${sql.join(lines)})
    update rows set ${sql.join(slots.map((name) => sql`${sql.ref(name)} = changed.${sql.ref(name)}`))}
    from changed where rows.data_source_seq = ${seqOf(dataSourceId)} and rows.seq = changed.seq ${only}`;
  return { compile: () => update.compile(db) };
});

/** PostgreSQL takes what it is not told the type of for text. */
function typed(column: string, value: string | number | null) {
  if (column === "seq") return sql`cast(${value} as bigint)`;
  return column.startsWith("n") ? sql`cast(${value} as double precision)` : sql`cast(${value} as text)`;
}
