import type { Condition } from "./conditions.ts";

/*
 * Filters may have ten thousand conditions. What several of them say together is said once here, so that neither a
 * statement nor the work for each row is longer than it must be.
 */

/** Conditions of which each holds. */
export function allOf(conditions: readonly Condition[]): Condition {
  const flat = conditions.flatMap((each) => ("all" in each ? each.all : [each]));
  if (flat.some((each) => "always" in each && !each.always)) return { always: false };
  const all = merged(flat, (each, known) => {
    if ("rows" in each && "rows" in known) {
      const rows = new Set(known.rows);
      return { rows: each.rows.filter((seq) => rows.has(seq)) };
    }
    if (!("not" in each && "not" in known && "in" in each.not && "in" in known.not)) return known;
    return { not: { ...each.not, in: union(known.not.in, each.not.in) } };
  });
  const ranged = asRanges(all);
  return ranged.length === 1 && ranged[0] ? ranged[0] : { all: ranged };
}

/** Conditions of which one holds. */
export function anyOf(conditions: readonly Condition[]): Condition {
  const flat = conditions.flatMap((each) => ("any" in each ? each.any : [each]));
  if (flat.some((each) => "always" in each && each.always)) return { always: true };
  const any = merged(
    flat,
    (each, known) => {
      if ("rows" in each && "rows" in known) return { rows: union(known.rows, each.rows) };
      return "in" in each && "in" in known ? { ...each, in: union(known.in, each.in) } : known;
    },
    true,
  );
  return any.length === 1 && any[0] ? any[0] : { any };
}

const union = <Value>(one: readonly Value[], other: readonly Value[]): Value[] => [
  ...new Set([...one, ...other]),
];

/** Makes one of each two that can be one. What always holds is nothing among others. */
function merged(
  conditions: readonly Condition[],
  merge: (each: Condition, known: Condition) => Condition,
  isAny = false,
): Condition[] {
  const found = new Map<string, Condition>();
  for (const each of conditions) {
    if ("always" in each) continue;
    const key = keyOf(each, isAny);
    const known = found.get(key);
    found.set(key, known ? merge(each, known) : each);
  }
  return [...found.values()];
}

/** Makes one of two limits of the same field: an index that finds a range reads no more than that of it. */
function asRanges(conditions: readonly Condition[]): Condition[] {
  const ranged: Condition[] = [];
  const open = new Map<string, number>();
  for (const each of conditions) {
    if (!("from" in each) === !("to" in each) || !("field" in each)) {
      ranged.push(each);
      continue;
    }
    const [side, other] = "from" in each ? ["from", "to"] : ["to", "from"];
    const field = JSON.stringify(each.field);
    const at = open.get(`${other} ${field}`);
    if (at === undefined) {
      open.set(`${side} ${field}`, ranged.length);
      ranged.push(each);
    } else {
      open.delete(`${other} ${field}`);
      ranged[at] = { ...ranged[at], ...each } as Condition;
    }
  }
  return ranged;
}

/** The same for conditions that are one: lists of values of a field, as long as they are alternatives. */
function keyOf(condition: Condition, isAny: boolean): string {
  if ("rows" in condition) return "rows";
  const inner = !isAny && "not" in condition ? condition.not : condition;
  const isList = "in" in inner && (isAny || inner !== condition);
  return isList ? `values ${JSON.stringify(inner.field)}` : JSON.stringify(condition);
}

/**
 * How many values a row is compared with at most. What is compared in two ways, or has to be looked up or computed
 * first, counts twice: a statement has no more than three parameters for each that is counted.
 */
export function weightOf(condition: Condition): number {
  if ("all" in condition) return sum(condition.all);
  if ("any" in condition) return sum(condition.any);
  if ("not" in condition) return weightOf(condition.not);
  if ("row" in condition) return 1 + weightOf(condition.row);
  if (!("field" in condition)) return 1;
  const { field } = condition;
  const isStored = field.of === "column" || (field.of === "slot" && !field.slot.endsWith("*"));
  const isTwice = "endsWith" in condition || ("from" in condition && "to" in condition);
  const values = "in" in condition ? condition.in.length : isTwice ? 2 : 1;
  return isStored ? values : 2 * values;
}

const sum = (conditions: readonly Condition[]): number =>
  conditions.reduce((weight, each) => weight + weightOf(each), 0);
