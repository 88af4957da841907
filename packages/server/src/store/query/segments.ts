import { type RawBuilder, sql } from "kysely";
import { column, expression, indexOf } from "./fields.ts";
import { atOrAfter, type OrderKey, seqTerm, type Term, term } from "./order.ts";

/** A stretch of rows that one index has in the order that is asked for. */
export interface Segment {
  index: string;
  /** Which rows are in it. */
  condition: RawBuilder<boolean>;
  /** What orders the rows in it. */
  terms: readonly Term[];
}

/** The terms of a whole order, of which no two rows have the same. */
export const termsOf = (order: readonly OrderKey[]): Term[] => [...order.map(term), seqTerm(order)];

/**
 * The order as stretches of indexes that follow each other: the rows with a value, and those without; for ranked
 * values one for each.
 *
 * @returns Nothing when no index has the order.
 */
export function segmentsOf(order: readonly OrderKey[]): Segment[] | undefined {
  const [first] = order;
  const everything = sql<boolean>`1 = 1`;
  if (!first) return [{ index: "rows_by_seq", condition: everything, terms: termsOf(order) }];
  const index = indexOf(first.field);
  if (index === undefined) return undefined;
  const [leading, ...later] = termsOf(order);
  if (!leading) return undefined;
  if (leading.empty === "never") return [{ index, condition: everything, terms: [leading, ...later] }];

  const value = expression(first.field);
  const without: Segment = { index: "rows_by_seq", condition: sql`${value} is null`, terms: later };
  const ranks = first.direction === "desc" ? first.ranks?.toReversed() : first.ranks;
  const filled = ranks?.map((each) => ({
    index,
    condition: sql<boolean>`${value} = ${each}`,
    terms: later,
  })) ?? [
    {
      index,
      condition: sql<boolean>`${value} is not null`,
      terms: [{ ...leading, empty: "never" as const }, ...later],
    },
  ];
  return first.empty === "first" ? [without, ...filled] : [...filled, without];
}

/**
 * The rest of the stretches from a place on.
 *
 * @param place The values of the order's terms there.
 */
export function segmentsFrom(
  segments: readonly Segment[],
  order: readonly OrderKey[],
  place: readonly (string | number | null)[],
): Segment[] {
  const at = segments[segmentAt(segments.length, order, place[0] ?? null)];
  if (!at) return [];
  const inside = place.slice(place.length - at.terms.length);
  const rest = { ...at, condition: sql<boolean>`${at.condition} and ${seek(at.terms, inside)}` };
  return [rest, ...segments.slice(segments.indexOf(at) + 1)];
}

function segmentAt(count: number, [first]: readonly OrderKey[], value: string | number | null): number {
  if (!first || count === 1) return 0;
  if (value === null) return first.empty === "first" ? 0 : count - 1;
  const offset = first.empty === "first" ? 1 : 0;
  if (!first.ranks) return offset;
  return offset + (first.direction === "desc" ? first.ranks.length - 1 - Number(value) : Number(value));
}

/** As `atOrAfter`, in a form in which an index is entered at the place. */
function seek(terms: readonly Term[], place: readonly (string | number | null)[]): RawBuilder<boolean> {
  const [first, second] = terms;
  if (!first || !second) return atOrAfter(terms, place);
  const compare = sql.raw(first.direction === "asc" ? ">=" : "<=");
  if (first.empty !== "never") return atOrAfter(terms, place);
  if (terms.length === 2) {
    return sql`(${first.expression}, ${column("rows", "seq")}) ${compare} (${sql.join([...place])})`;
  }
  return sql`${first.expression} ${compare} ${place[0]} and ${atOrAfter(terms, place)}`;
}
