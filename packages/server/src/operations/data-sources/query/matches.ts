import type { Condition } from "../../../store/query/conditions.ts";

type Value = string | number | null;

/** Whether a value that is in no column is like this: what `store/query/conditions.ts` says in SQL. */
export function matches(value: Value, condition: Condition): boolean {
  if ("all" in condition) return condition.all.every((each) => matches(value, each));
  if ("any" in condition) return condition.any.some((each) => matches(value, each));
  if ("not" in condition) return !matches(value, condition.not);
  if ("always" in condition) return condition.always;
  if ("empty" in condition) return value === null;
  if (value === null || "relation" in condition || "rows" in condition || "since" in condition) return false;
  if ("in" in condition) return condition.in.includes(value);
  if ("contains" in condition) return String(value).includes(condition.contains);
  if ("startsWith" in condition) return String(value).startsWith(condition.startsWith);
  if ("endsWith" in condition) return String(value).endsWith(condition.endsWith);
  const { from, to } = condition;
  const isLate = !from || value > from.value || (from.inclusive && value === from.value);
  return isLate && (!to || value < to.value || (to.inclusive && value === to.value));
}
