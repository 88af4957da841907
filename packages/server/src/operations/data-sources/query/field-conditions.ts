import type { Schema } from "@notional/openapi-types";
import type { StoredProperty } from "../../../store/documents.ts";
import type { Condition } from "../../../store/query/conditions.ts";
import type { Field } from "../../../store/query/fields.ts";
import { fold, SEPARATOR } from "../../../store/slots.ts";
import { dashed } from "../../../uuid.ts";
import { optionIds } from "./options.ts";
import type { Scope } from "./scope.ts";

export const not = (condition: Condition): Condition => ({ not: condition });
export const never: Condition = { always: false };

/** What all conditions but those of checkboxes have in common. */
type Emptiness = { is_empty?: true; is_not_empty?: true };

export function emptiness(field: Field, test: Emptiness): Condition | undefined {
  if ("is_empty" in test) return { field, empty: true };
  if ("is_not_empty" in test) return not({ field, empty: true });
  return undefined;
}

export function textCondition(field: Field, test: Schema<"TextCondition">): Condition {
  if (test.equals !== undefined) return { field, in: [fold(test.equals)] };
  if (test.does_not_equal !== undefined) return not({ field, in: [fold(test.does_not_equal)] });
  if (test.contains !== undefined) return { field, contains: fold(test.contains) };
  if (test.does_not_contain !== undefined) return not({ field, contains: fold(test.does_not_contain) });
  if (test.starts_with !== undefined) return { field, startsWith: fold(test.starts_with) };
  return { field, endsWith: fold(test.ends_with ?? "") };
}

export function numberCondition(field: Field, test: Schema<"NumberCondition">): Condition {
  const [operator, value] = Object.entries(test)[0] as [string, number];
  switch (operator) {
    case "equals":
      return { field, in: [value] };
    case "does_not_equal":
      return not({ field, in: [value] });
    case "greater_than":
      return { field, from: { value, inclusive: false } };
    case "greater_than_or_equal_to":
      return { field, from: { value, inclusive: true } };
    case "less_than":
      return { field, to: { value, inclusive: false } };
    default:
      return { field, to: { value, inclusive: true } };
  }
}

/** Unchecked is stored as nothing. */
export function checkboxCondition(field: Field, test: Schema<"CheckboxCondition">): Condition {
  const wanted = test.equals ?? !test.does_not_equal;
  const checked: Condition = { field, in: [1] };
  return wanted ? checked : not(checked);
}

export function optionCondition(
  field: Field,
  property: StoredProperty,
  test: Schema<"SelectCondition">,
): Condition {
  if (test.equals !== undefined) return { field, in: optionIds(property, test.equals) };
  return not({ field, in: optionIds(property, test.does_not_equal ?? []) });
}

export function multiSelectCondition(
  field: Field,
  property: StoredProperty,
  test: Schema<"MultiSelectCondition">,
): Condition {
  const anyOf = (names: string | readonly string[]): Condition => ({
    any: optionIds(property, names).map((id) => has(field, id)),
  });
  return test.contains !== undefined ? anyOf(test.contains) : not(anyOf(test.does_not_contain ?? []));
}

const has = (field: Field, id: string): Condition => ({ field, contains: `${SEPARATOR}${id}${SEPARATOR}` });

export function peopleCondition(field: Field, test: Schema<"PeopleCondition">, scope: Scope): Condition {
  const asked = test.contains ?? test.does_not_contain ?? "";
  const id = asked === "me" ? scope.me : dashed(asked);
  const is = id === null ? never : field.of === "column" ? { field, in: [id] } : has(field, id);
  return test.contains !== undefined ? is : not(is);
}

/** What is verified until a moment that has passed has expired. */
export function verificationCondition(
  field: Field,
  test: Schema<"VerificationCondition">,
  scope: Scope,
): Condition {
  const { now } = scope;
  const states: Record<Schema<"VerificationFilterState">, Condition> = {
    verified: { field, from: { value: now, inclusive: true } },
    expired: { field, to: { value: now, inclusive: false } },
    none: { field, empty: true },
  };
  return test.status !== undefined ? states[test.status] : not(states[test.does_not_equal ?? "none"]);
}
