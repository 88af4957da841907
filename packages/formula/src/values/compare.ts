import type { DateValue, Value } from "./value.ts";

/** Ranks of kinds: how values of different kinds are ordered, so that any list can be sorted. */
const RANKS = ["boolean", "number", "date", "text", "person", "page", "list"] as const;

type Kind = (typeof RANKS)[number];

/** The kind of a value that is not empty. */
export function kindOf(value: Exclude<Value, null>): Kind {
  if (typeof value === "string") return "text";
  if (typeof value === "number" || typeof value === "boolean") return typeof value as Kind;
  return Array.isArray(value) ? "list" : value.kind;
}

/** What `==` says: the same kind and the same content. People and pages are the same when their ids are. */
export function equals(one: Value, other: Value): boolean {
  if (one === null || other === null) return one === other;
  return kindOf(one) === kindOf(other) && compare(one, other) === 0;
}

/**
 * A total order over all values: empty first, then by kind, then by content. Text is compared by code units, so that
 * the order depends on no locale; people and pages by id, lists item by item.
 *
 * @returns Less than zero when `one` comes first, zero when they are equal.
 */
export function compare(one: Value, other: Value): number {
  if (one === other) return 0;
  if (one === null || other === null) return Number(one !== null) - Number(other !== null);
  const kind = kindOf(one);
  const byKind = RANKS.indexOf(kind) - RANKS.indexOf(kindOf(other));
  if (byKind !== 0) return byKind;
  switch (kind) {
    case "boolean":
    case "number":
      return Number(one) - Number(other);
    case "text":
      return order(one as string, other as string);
    case "date":
      return compareDates(one as DateValue, other as DateValue);
    case "list":
      return compareLists(one as Value[], other as Value[]);
    default:
      return order((one as { id: string }).id, (other as { id: string }).id);
  }
}

/** By start, then by end. A date without an end ends where it starts. */
function compareDates(one: DateValue, other: DateValue): number {
  return one.start - other.start || (one.end ?? one.start) - (other.end ?? other.start);
}

function compareLists(one: Value[], other: Value[]): number {
  for (const [at, value] of one.entries()) {
    if (at >= other.length) return 1;
    const difference = compare(value, other[at] ?? null);
    if (difference !== 0) return difference;
  }
  return one.length - other.length;
}

function order(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
