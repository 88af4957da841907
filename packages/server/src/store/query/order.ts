import { type RawBuilder, sql } from "kysely";
import { column, expression, type Field } from "./fields.ts";

/** What rows are sorted by. Rows that are equal in all follow each other as they were made. */
export interface OrderKey {
  field: Field;
  direction: "asc" | "desc";
  /** Where rows without a value come. */
  empty: "first" | "last";
  /** The values in their order, where it is not that of texts and numbers. */
  ranks?: readonly string[];
}

/** What a statement is ordered by: an expression that may be null. */
export interface Term {
  expression: RawBuilder<string | number | null>;
  direction: "asc" | "desc";
  empty: "first" | "last" | "never";
}

/** The values of what an order is made of, for one row. */
export type Place = readonly (string | number | null)[];

/** A key in SQL. Lists are ordered by the rank of their first value, and then by all of them. */
export function termsOfKey({ field, direction, empty, ranks }: OrderKey): Term[] {
  const value = expression(field);
  if (!ranks) {
    const isTime = field.of === "column" && field.column.endsWith("_time");
    return [{ expression: value, direction, empty: isTime ? "never" : empty }];
  }
  const ranked: Term = { expression: rank(value, ranks), direction, empty };
  return field.of === "first"
    ? [ranked, { expression: expression(field.field), direction, empty }]
    : [ranked];
}

function rank(value: RawBuilder<unknown>, ranks: readonly string[]): RawBuilder<number | null> {
  if (ranks.length === 0) return sql`cast(null as integer)`;
  const cases = ranks.map((each, index) => sql`when ${each} then ${sql.lit(index)}`);
  return sql`case ${value} ${sql.join(cases, sql` `)} end`;
}

/**
 * The terms of a whole order, of which no two rows have the same.
 *
 * @param newest In which direction rows follow each other, as they were made, that are equal in all keys.
 */
export const termsOf = (order: readonly OrderKey[], newest: "asc" | "desc"): Term[] => [
  ...order.flatMap(termsOfKey),
  { expression: sql`${column("rows", "seq")}`, direction: newest, empty: "never" },
];

export const orderBy = (terms: readonly Term[]): RawBuilder<unknown> =>
  sql.join(
    terms.map(({ expression, direction, empty }) => {
      const nulls = empty === "never" ? sql`` : sql.raw(` nulls ${empty}`);
      return sql`${expression} ${sql.raw(direction)}${nulls}`;
    }),
  );

/**
 * What comes at a place in the order, or after it.
 *
 * @param place The values of the terms there; the last one differs for each row.
 */
export function atOrAfter(terms: readonly Term[], place: Place): RawBuilder<boolean> {
  const steps = terms.map((each, index) => {
    const equal = terms.slice(0, index).map((before, at) => same(before, place[at] ?? null));
    const last = index === terms.length - 1;
    return sql`(${sql.join([...equal, beyond(each, place[index] ?? null, last)], sql` and `)})`;
  });
  return sql`(${sql.join(steps, sql` or `)})`;
}

const same = ({ expression: value }: Term, at: string | number | null): RawBuilder<boolean> =>
  at === null ? sql`${value} is null` : sql`${value} = ${at}`;

function beyond({ expression: value, direction, empty }: Term, at: string | number | null, orAt: boolean) {
  if (at === null) return empty === "first" ? sql`${value} is not null` : sql`1 = 0`;
  const compare = sql`${value} ${sql.raw(`${direction === "asc" ? ">" : "<"}${orAt ? "=" : ""}`)} ${at}`;
  return empty === "last" ? sql`(${compare} or ${value} is null)` : compare;
}

/** As `atOrAfter`, in a form in which an index of the first term, which is not empty, is entered at the place. */
export function seek(terms: readonly Term[], place: Place): RawBuilder<boolean> {
  const [first, second] = terms;
  if (!first || !second) return atOrAfter(terms, place);
  const compare = sql.raw(first.direction === "asc" ? ">=" : "<=");
  if (terms.length === 2 && first.direction === second.direction) {
    return sql`(${first.expression}, ${second.expression}) ${compare} (${sql.join([...place])})`;
  }
  return sql`${first.expression} ${compare} ${place[0]} and ${atOrAfter(terms, place)}`;
}
