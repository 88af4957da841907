import type { Schema } from "@notional/openapi-types";
import { validationError } from "../../../errors.ts";
import type { DataSourceDocument, StoredProperty } from "../../../store/documents.ts";
import type { Condition } from "../../../store/query/conditions.ts";
import type { Field } from "../../../store/query/fields.ts";
import { dashed } from "../../../uuid.ts";
import { fieldOf, kindOf, rolledUp } from "../../properties/fields.ts";
import { dateCondition } from "./dates.ts";
import {
  checkboxCondition,
  emptiness,
  multiSelectCondition,
  never,
  not,
  numberCondition,
  optionCondition,
  peopleCondition,
  textCondition,
  verificationCondition,
} from "./field-conditions.ts";
import { mismatch, mustFit } from "./filter-types.ts";
import { matches } from "./matches.ts";
import type { Scope } from "./scope.ts";

const always: Condition = { always: true };

/**
 * A test of a property.
 *
 * @param test What stands under the type in the filter; it fits the type of the property.
 * @param dataSource Whose property it is.
 * @throws ApiError validation_error for an option that does not exist
 */
export function propertyCondition(
  property: StoredProperty,
  test: unknown,
  dataSource: DataSourceDocument,
  scope: Scope,
): Condition {
  if (property.type === "relation") return relationCondition(property, test as Schema<"RelationCondition">);
  if (property.type === "rollup") return rollupCondition(property, test, dataSource, scope);
  if (property.type === "formula") return formulaCondition(property, test, dataSource, scope);
  const field = fieldOf(property, dataSource, scope);
  // What is not computed is empty.
  if (!field) return withoutValue(test as object);
  const empty = emptiness(field, test as object);
  if (empty) return empty;
  switch (property.type) {
    case "number":
    case "unique_id":
      return numberCondition(field, test as Schema<"NumberCondition">);
    case "checkbox":
      return checkboxCondition(field, test as Schema<"CheckboxCondition">);
    case "select":
    case "status":
      return optionCondition(field, property, test as Schema<"SelectCondition">);
    case "multi_select":
      return multiSelectCondition(field, property, test as Schema<"MultiSelectCondition">);
    case "date":
    case "created_time":
    case "last_edited_time":
      return dateCondition(field, test as Schema<"DateCondition">, scope.now);
    case "people":
    case "created_by":
    case "last_edited_by":
      return peopleCondition(field, test as Schema<"PeopleCondition">, scope);
    case "verification":
      return verificationCondition(field, test as Schema<"VerificationCondition">, scope);
    default:
      return textCondition(field, test as Schema<"TextCondition">);
  }
}

/** What a row passes that has no value. */
const passedByNone: ReadonlySet<string> = new Set(["is_empty", "does_not_equal", "does_not_contain"]);

/** A test of what no row has a value of. */
const withoutValue = (test: object): Condition =>
  Object.keys(test).some((operator) => passedByNone.has(operator)) ? always : never;

/** A test of listed values that are not known: the innermost operator decides. */
function unsupported(test: unknown): Condition {
  const [operator, value] = Object.entries(test as object)[0] ?? [];
  if (typeof value === "object" && value !== null) return unsupported(value);
  return operator === "is_empty" ? always : never;
}

function relationCondition({ id }: StoredProperty, test: Schema<"RelationCondition">): Condition {
  if (test.contains !== undefined) return { relation: id, page: dashed(test.contains) };
  if (test.does_not_contain !== undefined) return not({ relation: id, page: dashed(test.does_not_contain) });
  const filled: Condition = { relation: id };
  return test.is_empty ? not(filled) : filled;
}

/** Of which type a test of a formula is, by what the formula comes to. */
const resultTests = { string: "string", number: "number", boolean: "checkbox", date: "date" } as const;

function formulaCondition(
  property: StoredProperty,
  test: unknown,
  dataSource: DataSourceDocument,
  scope: Scope,
): Condition {
  const result = dataSource.computed?.[property.id]?.result ?? null;
  // Source: many public reports.
  if (result === null) throw validationError("Unable to filter based on a formula of unknown type");
  const [type, inner] = Object.entries(test as object)[0] as [string, object];
  if (type !== resultTests[result]) {
    throw mismatch("formula", type);
  }
  const values = dataSource === scope.dataSource ? scope.scanned.get(property.id) : undefined;
  if (values) {
    const condition = resultCondition(SCANNED, type, inner, scope);
    return { rows: [...values].filter(([, value]) => matches(value, condition)).map(([seq]) => seq) };
  }
  const field = fieldOf(property, dataSource, scope);
  return field ? resultCondition(field, type, inner, scope) : withoutValue(inner);
}

/** Stands for a value that is in no column. */
const SCANNED: Field = { of: "slot", slot: "", property: "" };

function resultCondition(
  field: Field,
  type: (typeof resultTests)[keyof typeof resultTests],
  test: object,
  scope: Scope,
): Condition {
  const empty = emptiness(field, test);
  if (empty) return empty;
  switch (type) {
    case "string":
      return textCondition(field, test as Schema<"TextCondition">);
    case "number":
      return numberCondition(field, test as Schema<"NumberCondition">);
    case "checkbox":
      return checkboxCondition(field, test as Schema<"CheckboxCondition">);
    case "date":
      return dateCondition(field, test as Schema<"DateCondition">, scope.now);
  }
}

function rollupCondition(
  property: StoredProperty,
  test: unknown,
  dataSource: DataSourceDocument,
  scope: Scope,
): Condition {
  const [quantity, inner] = Object.entries(test as object)[0] as [string, object];
  if (quantity === "number" || quantity === "date") {
    const field = fieldOf(property, dataSource, scope);
    if (!field || kindOf(field) !== (quantity === "number" ? "n" : "t")) return withoutValue(inner);
    const empty = emptiness(field, inner);
    if (empty) return empty;
    return quantity === "number"
      ? numberCondition(field, inner as Schema<"NumberCondition">)
      : dateCondition(field, inner as Schema<"DateCondition">, scope.now);
  }
  const found = rolledUp(property, dataSource, scope);
  if (!found) return unsupported(inner);
  const { relation, target } = found;
  const row = elementCondition(found.property, inner, target.document, scope);
  const some = (condition: Condition): Condition => ({ relation, dataSource: target.seq, row: condition });
  if (quantity === "any") return some(row);
  return quantity === "none" ? not(some(row)) : not(some(not(row)));
}

/** A test of one rolled up value; of a rollup, which is in no list, of what it comes to. */
function elementCondition(
  property: StoredProperty,
  test: object,
  dataSource: DataSourceDocument,
  scope: Scope,
): Condition {
  const [type, inner] = Object.entries(test)[0] as [string, object];
  if (property.type === "rollup") {
    return type === "number" || type === "date"
      ? rollupCondition(property, test, dataSource, scope)
      : unsupported(inner);
  }
  // Reported: filters of lists know no formulas, and none of their values passes.
  if (property.type === "formula") return unsupported(inner);
  mustFit(property, type);
  return propertyCondition(property, inner, dataSource, scope);
}
