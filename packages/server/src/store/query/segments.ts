import { SEPARATOR } from "../slots.ts";
import type { Condition } from "./conditions.ts";
import { type Field, indexOf, PRIMARY_KEY } from "./fields.ts";
import type { OrderKey, Place } from "./order.ts";

/** A stretch of rows that follow each other in an order, and that an index finds. */
export interface Segment {
  index: string;
  /** Which rows are in it. */
  test: Condition;
  /** What they are ordered by within it; nothing when only by when they were made. */
  keys: readonly OrderKey[];
  /** Whether the index has them in the order of the first of these keys, which none of them lacks. */
  isSorted: boolean;
  /** Where to begin in it, as the values of what its keys are ordered by. */
  place?: Place | undefined;
}

/**
 * The order as stretches that follow each other: the rows with a value, and those without; for ranked values one for
 * each.
 *
 * @param place Where to begin.
 * @returns Nothing when no index has the order.
 */
export function segmentsOf(keys: readonly OrderKey[], place: Place | undefined): Segment[] | undefined {
  const [first, ...later] = keys;
  if (!first) return [{ index: PRIMARY_KEY, test: { always: true }, keys, isSorted: false, place }];
  // A list begins with its first value, so the index of lists has it in order.
  const isList = first.field.of === "first" && first.ranks !== undefined;
  const field = first.field.of === "first" && isList ? first.field.field : first.field;
  const index = indexOf(field);
  if (index === undefined) return undefined;
  // Times are never empty.
  if (field.of === "column") return [{ index, test: { always: true }, keys, isSorted: true, place }];

  const without: Segment = {
    index: PRIMARY_KEY,
    test: { field, empty: true },
    keys: later,
    isSorted: false,
    place: place?.slice(isList ? 2 : 1),
  };
  const filled = first.ranks
    ? rankedSegments(first, first.ranks, isList, { index, field, later, place: place?.slice(1) })
    : [{ index, test: { not: { field, empty: true } } as Condition, keys, isSorted: true, place }];
  const segments = first.empty === "first" ? [without, ...filled] : [...filled, without];
  if (!place) return segments;
  const at = segmentAt(segments.length, first, place[0] ?? null);
  return segments.slice(at).map((each, nth) => (nth === 0 ? each : { ...each, place: undefined }));
}

function rankedSegments(
  { direction }: OrderKey,
  ranks: readonly string[],
  isList: boolean,
  {
    index,
    field,
    later,
    place,
  }: { index: string; field: Field; later: OrderKey[]; place: Place | undefined },
): Segment[] {
  const lists: OrderKey = { field, direction, empty: "last" };
  return (direction === "desc" ? ranks.toReversed() : ranks).map((id) =>
    isList
      ? {
          index,
          test: { field, startsWith: `${SEPARATOR}${id}${SEPARATOR}` },
          keys: [lists, ...later],
          isSorted: true,
          place,
        }
      : { index, test: { field, in: [id] }, keys: later, isSorted: false, place },
  );
}

function segmentAt(count: number, { empty, ranks, direction }: OrderKey, value: Place[number]): number {
  if (value === null) return empty === "first" ? 0 : count - 1;
  const offset = empty === "first" ? 1 : 0;
  if (!ranks) return offset;
  return offset + (direction === "desc" ? ranks.length - 1 - Number(value) : Number(value));
}

/** Whether no row of a segment can be like this, by what it says of the field that the segment is of. */
export function excludes(condition: Condition, { test }: Segment): boolean {
  if ("always" in test) return false;
  if ("not" in condition) {
    if (!isOf(condition.not, test))
      return "any" in condition.not && condition.not.any.some((each) => covers(each, test));
    return covers(condition.not, test);
  }
  if (!isOf(condition, test)) return false;
  if ("empty" in test) return !("empty" in condition);
  if ("empty" in condition) return true;
  return "in" in condition && "in" in test && !test.in.some((value) => condition.in.includes(value));
}

/** Whether every row of a segment is like this. */
function covers(condition: Condition, test: Condition): boolean {
  if (!isOf(condition, test)) return false;
  if ("empty" in test || "empty" in condition) return "empty" in test && "empty" in condition;
  if ("in" in test) return "in" in condition && test.in.every((value) => condition.in.includes(value));
  return "startsWith" in test && "contains" in condition && test.startsWith.includes(condition.contains);
}

/** Whether both say something of the same field. */
function isOf(condition: Condition, test: Condition): boolean {
  const field = fieldOf(test);
  return field !== undefined && "field" in condition && JSON.stringify(condition.field) === field;
}

const fieldOf = (test: Condition): string | undefined => {
  if ("not" in test) return fieldOf(test.not);
  return "field" in test ? JSON.stringify(test.field) : undefined;
};
