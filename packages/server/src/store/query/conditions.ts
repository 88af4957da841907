import { type RawBuilder, sql } from "kysely";
import { KEPT_CHARACTERS } from "../slots.ts";
import { column, expression, type Field, indexOf, relatedRows } from "./fields.ts";
import { equalsLong, inWhole, isLong, kept } from "./long-texts.ts";

/**
 * What a row has to be like. An empty value passes no test but `empty`; whoever means "is not" says `not`, which
 * an empty value passes.
 */
export type Condition =
  | { all: readonly Condition[] }
  | { any: readonly Condition[] }
  | { not: Condition }
  | { always: boolean }
  | { field: Field; empty: true }
  | { field: Field; in: readonly (string | number)[] }
  | { field: Field; from?: Bound; to?: Bound }
  | { field: Field; contains: string }
  | { field: Field; startsWith: string }
  | { field: Field; endsWith: string }
  /** Whether it is one of these, by `rows.seq`. */
  | { rows: readonly number[] }
  /** Whether it was made no earlier than another one, by `rows.seq`. */
  | { since: number }
  /** Whether a relation points at a page, or at any. */
  | { relation: string; page?: string }
  /** Whether a relation points at a row that is like this. */
  | { relation: string; dataSource: number; row: Condition };

export interface Bound {
  value: string | number;
  inclusive: boolean;
}

/** Comes after every text that begins with what stands before it. */
export const LAST_CHARACTER = "\u{10ffff}";

/**
 * Looks at the clock now and then, and ends a statement for which a request has no time left. Only SQLite needs that:
 * nothing else can stop it.
 */
export const inTime = (table: "rows" | "nodes"): RawBuilder<boolean> =>
  sql`((${column(table, "seq")} & 1023) <> 0 or in_time())`;

/** More tests than that take longer than looking at the clock. */
const MANY_TESTS = 10;

/** A condition in SQL. */
export function where(condition: Condition, alias = "rows"): RawBuilder<boolean> {
  if ("all" in condition) return joined(condition.all, alias, sql` and `, true);
  if ("any" in condition) return joined(condition.any, alias, sql` or `, false);
  // In the words of the indexes, which have nothing of rows without a value.
  if ("not" in condition && "empty" in condition.not) {
    return sql`${expression(condition.not.field, alias)} is not null`;
  }
  if ("not" in condition) {
    return isNoneOf(condition.not, alias) ?? sql`(${where(condition.not, alias)}) is not true`;
  }
  if ("always" in condition) return condition.always ? sql`1 = 1` : sql`1 = 0`;
  if ("relation" in condition) return relates(condition, alias);
  if ("since" in condition) return sql`${column(alias, "seq")} >= ${sql.lit(condition.since)}`;
  if ("rows" in condition) {
    // No parameters: there may be more than a statement can have.
    const seqs = condition.rows.map((seq) => sql.lit(seq));
    return seqs.length === 0 ? sql`1 = 0` : sql`${column(alias, "seq")} in (${sql.join(seqs)})`;
  }
  const { field } = condition;
  const value = expression(field, alias);
  if ("empty" in condition) return sql`${value} is null`;
  if ("in" in condition) {
    const short = condition.in.filter((wanted) => !isLong(wanted));
    const long = condition.in.filter(isLong) as string[];
    const tests = long.map((wanted) => equalsLong(field, value, wanted, alias));
    // One list, because an index serves that, but no alternatives.
    if (short.length > 0) tests.unshift(oneOf(value, short));
    return tests.length === 0 ? sql`1 = 0` : sql`(${sql.join(tests, sql` or `)})`;
  }
  if ("contains" in condition) {
    const contains = (text: RawBuilder<unknown>) => sql<boolean>`instr(${text}, ${condition.contains}) > 0`;
    return sql`(${contains(value)} or ${inWhole(field, value, alias, contains)})`;
  }
  if ("endsWith" in condition) {
    const { length } = Array.from(condition.endsWith);
    const ends = (text: RawBuilder<unknown>) =>
      sql<boolean>`length(${text}) >= ${sql.lit(length)}
        and substr(${text}, length(${text}) - ${sql.lit(length - 1)}) = ${condition.endsWith}`;
    const cut = sql.lit(KEPT_CHARACTERS);
    // Counting characters takes longer than finding some.
    const hasIt = sql`instr(${value}, ${condition.endsWith}) > 0`;
    return sql`(${hasIt} and length(${value}) < ${cut} and ${ends(value)} or ${inWhole(field, value, alias, ends)})`;
  }
  if ("startsWith" in condition) {
    const starts = (text: RawBuilder<unknown>, start: string) =>
      sql<boolean>`${text} >= ${start} and ${text} < ${start + LAST_CHARACTER}`;
    const start = kept(condition.startsWith);
    if (start === condition.startsWith) return starts(value, start);
    return sql`${value} = ${start} and ${inWhole(field, value, alias, (text) => starts(text, condition.startsWith))}`;
  }
  return between(value, condition);
}

/**
 * How much later a test is better made than one of a column, roughly, because it takes longer or because nearly all rows
 * pass. SQLite keeps to the order in which tests are written.
 */
function costOf(condition: Condition): number {
  if ("not" in condition) return costOf(condition.not);
  if ("relation" in condition) return 2;
  if ("field" in condition) {
    const { field } = condition;
    if (field.of === "slot") return 0;
    // Few rows are in the trash.
    return field.of === "column" ? Number("in" in condition && condition.in.includes(0)) : 2;
  }
  const parts = "all" in condition ? condition.all : "any" in condition ? condition.any : [];
  return Math.max(0, ...parts.map(costOf));
}

function joined(
  conditions: readonly Condition[],
  alias: string,
  word: RawBuilder<unknown>,
  whenEmpty: boolean,
): RawBuilder<boolean> {
  if (conditions.length === 0) return where({ always: whenEmpty });
  const cheapFirst = conditions.toSorted((one, other) => costOf(one) - costOf(other));
  const tests = cheapFirst.map((condition) => where(condition, alias));
  if (tests.length <= MANY_TESTS) return sql`(${sql.join(tests, word)})`;
  // SQLite takes a thousand in a row.
  const groups = Array.from({ length: Math.ceil(tests.length / 100) }, (_, group) => {
    const some = tests.slice(group * 100, group * 100 + 100);
    return sql`(in_time() and (${sql.join(some, word)}))`;
  });
  return sql`(${sql.join(groups, word)})`;
}

function between(
  value: RawBuilder<unknown>,
  { from, to }: { from?: Bound; to?: Bound },
): RawBuilder<boolean> {
  // Rows that are equal in an index follow each other in its next column, which PostgreSQL sees of nothing else.
  if (from?.inclusive && to?.inclusive && from.value === to.value) return sql`${value} = ${from.value}`;
  const tests = [
    ...(from ? [sql`${value} ${sql.raw(from.inclusive ? ">=" : ">")} ${from.value}`] : []),
    ...(to ? [sql`${value} ${sql.raw(to.inclusive ? "<=" : "<")} ${to.value}`] : []),
  ];
  return sql`${sql.join(tests, sql` and `)}`;
}

/** A list of one is looked up in a table of its own by SQLite, which takes longer than comparing. */
const oneOf = (value: RawBuilder<unknown>, wanted: readonly (string | number)[]): RawBuilder<boolean> =>
  wanted.length === 1 ? sql`${value} = ${wanted[0]}` : sql`${value} in (${sql.join([...wanted])})`;

/** That a column has none of a few values: for SQLite less to do for each row than to look the value up in a list. */
function isNoneOf(condition: Condition, alias: string): RawBuilder<boolean> | undefined {
  if (!("in" in condition) || condition.in.length === 0 || condition.in.length > MANY_TESTS) return undefined;
  const { field } = condition;
  if (field.of !== "slot" || field.slot.endsWith("*") || condition.in.some(isLong)) return undefined;
  const value = expression(field, alias);
  const tests = condition.in.map((unwanted) => sql`${value} <> ${unwanted}`);
  return sql`(${value} is null or (${sql.join(tests, sql` and `)}))`;
}

/** Whether it is about a relation that points at one page. */
export const isRelation = (condition: Condition): condition is { relation: string; page: string } =>
  "page" in condition && condition.page !== undefined;

export const pointsAt = ({ relation, page }: { relation: string; page: string }): RawBuilder<boolean> =>
  sql`relations.target_id = ${page} and relations.property_id = ${relation}`;

function relates(condition: Extract<Condition, { relation: string }>, alias: string): RawBuilder<boolean> {
  const { relation } = condition;
  const related = sql`relations.page_id = ${column(alias, "page_id")} and relations.property_id = ${relation}`;
  if ("row" in condition) {
    const { target, from, isThere } = relatedRows(condition, alias);
    // Few rows are asked. With an offset PostgreSQL looks at each, and does not gather all related rows beforehand.
    return sql`exists (select 1 ${from} and case when ${isThere} then ${where(condition.row, target)} end
      limit 1 offset 0)`;
  }
  if (isRelation(condition)) {
    return sql`exists (select 1 from relations where ${pointsAt(condition)} and relations.page_seq = ${column(alias, "seq")})`;
  }
  return sql`exists (select 1 from relations left join nodes on nodes.id = relations.target_id
    where ${related} and coalesce(nodes.in_trash, 1) = 0)`;
}

/** Whether an index finds the rows that are like this, and which. */
export function indexFor(condition: Condition): string | undefined {
  const usable =
    "field" in condition &&
    ("in" in condition || "from" in condition || "to" in condition || "startsWith" in condition);
  return usable ? indexOf(condition.field) : undefined;
}
