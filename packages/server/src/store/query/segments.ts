import { type RawBuilder, sql } from "kysely";
import { SEPARATOR } from "../slots.ts";
import { LAST_CHARACTER } from "./conditions.ts";
import { column, expression, indexOf, PRIMARY_KEY } from "./fields.ts";
import { atOrAfter, type OrderKey, type Term, termsOf } from "./order.ts";

/** A stretch of rows that one index has in the order that is asked for. */
export interface Segment {
  index: string;
  /** Which rows are in it. */
  condition: RawBuilder<boolean>;
  /** What orders the rows in it. */
  terms: readonly Term[];
}

/**
 * The order as stretches of indexes that follow each other: the rows with a value, and those without; for ranked
 * values one for each.
 *
 * @returns Nothing when no index has the order.
 */
export function segmentsOf(order: readonly OrderKey[]): Segment[] | undefined {
  const [first] = order;
  const everything = sql<boolean>`1 = 1`;
  if (!first) return [{ index: PRIMARY_KEY, condition: everything, terms: termsOf(order) }];
  // A list begins with its first value, so the index of lists has it in order.
  const field = first.field.of === "first" && first.ranks ? first.field.field : first.field;
  const index = indexOf(field);
  if (index === undefined) return undefined;
  const [leading, ...later] = termsOf(order);
  if (!leading) return undefined;
  if (leading.empty === "never") return [{ index, condition: everything, terms: [leading, ...later] }];

  const value = expression(field);
  const isList = field !== first.field;
  const without: Segment = {
    index: PRIMARY_KEY,
    condition: sql`${value} is null`,
    terms: isList ? later.slice(1) : later,
  };
  const ranks = first.direction === "desc" ? first.ranks?.toReversed() : first.ranks;
  const filled = ranks?.map((each) => ({
    index,
    condition: isList ? beginsWith(value, each) : sql<boolean>`${value} = ${each}`,
    terms: isList ? filledTerms(later) : later,
  })) ?? [{ index, condition: sql<boolean>`${value} is not null`, terms: filledTerms([leading, ...later]) }];
  return first.empty === "first" ? [without, ...filled] : [...filled, without];
}

/** The first term is never empty here. */
const filledTerms = ([first, ...rest]: readonly Term[]): Term[] =>
  first ? [{ ...first, empty: "never" }, ...rest] : [];

function beginsWith(value: RawBuilder<unknown>, id: string): RawBuilder<boolean> {
  const start = `${SEPARATOR}${id}${SEPARATOR}`;
  return sql`${value} >= ${start} and ${value} < ${start + LAST_CHARACTER}`;
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
