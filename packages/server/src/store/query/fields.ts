import { type RawBuilder, sql } from "kysely";
import { INDEXED_NUMBER_SLOTS, INDEXED_TEXT_SLOTS } from "../migrations/0001-tables.ts";
import { KEPT_CHARACTERS, SEPARATOR } from "../slots.ts";

/** What rows are filtered and sorted by. */
export type Field =
  | { of: "column"; column: RowColumn }
  /** The value of a property. */
  | { of: "slot"; slot: string; property: string }
  /** The first of several values. */
  | { of: "first"; field: Field }
  /** The name of the user whose id it is. */
  | { of: "userName"; field: Field }
  /** The title of the first page that a relation points at. */
  | { of: "relatedTitle"; property: string }
  /** A number that no row has. */
  | { of: "nothing" }
  | Rollup;

export type RowColumn =
  | "in_trash"
  | "is_archived"
  | "created_time"
  | "created_by"
  | "last_edited_time"
  | "last_edited_by";

/** A number or a date made of the values of related rows. */
export interface Rollup {
  of: "rollup";
  relation: string;
  /** `nodes.seq` of the data source that they are in. */
  dataSource: number;
  /** Nothing when only rows are counted. */
  field: Field | undefined;
  calculate: Calculation;
}
export type Calculation =
  | "count"
  | "countValues"
  | "countDistinct"
  | "countFilled"
  | "countEmpty"
  | "shareFilled"
  | "shareEmpty"
  | "sum"
  | "average"
  | "median"
  | "min"
  | "max"
  | "range"
  | "first";

/** `rows`, or what a subquery calls it. */
export const column = (alias: string, name: string) => sql.ref(`${alias}.${name}`);

/**
 * A field in SQL.
 *
 * @param alias What the statement calls the table `rows`.
 */
export function expression(field: Field, alias = "rows"): RawBuilder<string | number | null> {
  switch (field.of) {
    case "column":
      return sql`${column(alias, field.column)}`;
    case "slot":
      return field.slot.endsWith("*")
        ? sql`(select ${sql.ref(field.slot === "t*" ? "text" : "number")} from row_values
            where row_values.page_id = ${column(alias, "page_id")} and row_values.property_id = ${field.property})`
        : sql`${column(alias, field.slot)}`;
    case "first": {
      const rest = sql`substr(${expression(field.field, alias)}, 2)`;
      return sql`substr(${rest}, 1, instr(${rest}, ${SEPARATOR}) - 1)`;
    }
    case "userName":
      return sql`(select lower(users.name) from users where users.id = ${expression(field.field, alias)})`;
    case "relatedTitle":
      return sql`(select nodes.title from relations left join nodes on nodes.id = relations.target_id
        where relations.page_id = ${column(alias, "page_id")} and relations.property_id = ${field.property}
          and coalesce(nodes.in_trash, 1) = 0
        order by relations.place limit 1)`;
    case "nothing":
      return sql`cast(null as double precision)`;
    case "rollup":
      return rollup(field, alias);
  }
}

/**
 * A data source of which certain rows are looked up, not all. PostgreSQL plans for any data source if it cannot see
 * which one it is. One whose rows are newer than what was last counted would seem to have none, so that each row is
 * looked for among all of them.
 */
export const dataSourceOf = (seq: number) => sql<number>`(select cast(${seq} as bigint))`;

/**
 * What a relation of a row points at, as rows of a data source, with what they are asked for. What is in the trash is
 * left out. A left join that nothing turns into another one says in which order they are looked up: first the relations
 * of the one row.
 *
 * @param alias The row.
 */
export function relatedRows(
  { relation, dataSource }: { relation: string; dataSource: number },
  alias: string,
): { target: string; from: RawBuilder<unknown>; isThere: RawBuilder<boolean> } {
  const target = `${alias}_related`;
  const from = sql`from relations left join nodes on nodes.id = relations.target_id
    left join rows as ${sql.ref(target)} on ${column(target, "data_source_seq")} = ${dataSourceOf(dataSource)}
      and ${column(target, "seq")} = nodes.seq
    where relations.page_id = ${column(alias, "page_id")} and relations.property_id = ${relation}`;
  return { target, from, isThere: sql<boolean>`coalesce(${column(target, "in_trash")}, 1) = 0` };
}

function rollup({ field, calculate, ...related }: Rollup, alias: string) {
  const { target, from, isThere } = relatedRows(related, alias);
  const value = field ? summedUp(field, calculate, target) : sql`1`;
  const found = sql`${from} and ${isThere}`;
  if (calculate === "first") {
    return sql<string | number | null>`(select ${value} ${found} order by relations.place limit 1)`;
  }
  if (calculate === "median") return median(value, found);
  return sql<string | number | null>`(select ${aggregate(calculate, value)} ${found})`;
}

/** Of lists the columns keep the beginning only, which will not do to count what is in them. */
function summedUp(field: Field, calculate: Calculation, alias: string): RawBuilder<string | number | null> {
  const value = expression(field, alias);
  if (calculate !== "countValues" || field.of !== "slot" || field.slot.endsWith("*")) return value;
  const whole = expression({ ...field, slot: "t*" }, alias);
  return sql`case when octet_length(${value}) < ${sql.lit(KEPT_CHARACTERS)} then ${value} else coalesce(${whole}, ${value}) end`;
}

/** The number in the middle, or the mean of the two that are. */
function median(value: RawBuilder<unknown>, found: RawBuilder<unknown>): RawBuilder<number | null> {
  return sql`(select avg(value) from (
      select ${value} as value, row_number() over (order by ${value}) as place, count(*) over () as total
      ${found} and ${value} is not null
    ) as numbers where place in ((total + 1) / 2, (total + 2) / 2))`;
}

function aggregate(calculate: Exclude<Calculation, "first" | "median">, value: RawBuilder<unknown>) {
  switch (calculate) {
    case "count":
      return sql`count(*)`;
    case "countValues":
      // Each of several values counts: there is one separator more than values.
      return sql`coalesce(sum(length(${value}) - length(replace(${value}, ${SEPARATOR}, '')) - 1), 0)`;
    case "countDistinct":
      return sql`count(distinct ${value})`;
    case "countFilled":
      return sql`count(${value})`;
    case "countEmpty":
      return sql`count(*) - count(${value})`;
    case "shareFilled":
      return sql`count(${value}) * 1.0 / nullif(count(*), 0)`;
    case "shareEmpty":
      return sql`(count(*) - count(${value})) * 1.0 / nullif(count(*), 0)`;
    case "sum":
      return sql`coalesce(sum(${value}), 0)`;
    case "average":
      return sql`avg(${value})`;
    case "min":
      return sql`min(${value})`;
    case "max":
      return sql`max(${value})`;
    case "range":
      return sql`max(${value}) - min(${value})`;
  }
}

/** SQLite's name for it. It orders rows as they were made. */
export const PRIMARY_KEY = "sqlite_autoindex_rows_1";

/** The index that orders rows by a field. Without one there are slots that are rarely used, and what is derived. */
export function indexOf(field: Field): string | undefined {
  if (field.of === "column") {
    return field.column === "created_time" || field.column === "last_edited_time"
      ? `rows_by_${field.column}`
      : undefined;
  }
  if (field.of !== "slot") return undefined;
  const number = Number(field.slot.slice(1));
  const indexed = field.slot.startsWith("t") ? INDEXED_TEXT_SLOTS : INDEXED_NUMBER_SLOTS;
  return number < indexed ? `rows_by_${field.slot}` : undefined;
}
