import type { Schema } from "@notional/openapi-types";
import { validationError } from "../../../errors.ts";
import { allOf, anyOf, weightOf } from "../../../store/query/compound.ts";
import type { Condition } from "../../../store/query/conditions.ts";
import { findProperty } from "../../properties/find.ts";
import { propertyCondition } from "./conditions.ts";
import { dateCondition } from "./dates.ts";
import { mustFit } from "./filter-types.ts";
import type { Scope } from "./scope.ts";

/**
 * A filter as a condition on rows.
 *
 * @throws ApiError validation_error for unknown properties, options, and tests of another type
 */
export function readFilter(filter: Schema<"Filter">, scope: Scope): Condition {
  if ("and" in filter) return allOf(filter.and.map((each) => readFilter(each as Schema<"Filter">, scope)));
  if ("or" in filter) return anyOf(filter.or.map((each) => readFilter(each as Schema<"Filter">, scope)));
  if ("timestamp" in filter) {
    const test = (filter as Record<string, unknown>)[filter.timestamp] as Schema<"DateCondition">;
    return dateCondition({ of: "column", column: filter.timestamp }, test, scope.now);
  }
  const { property: key, type: _type, ...tests } = filter as { property: string; type?: string };
  const property = findProperty(scope.dataSource.properties, key);
  if (!property) throw validationError(`Could not find property with name or id: ${key}`);
  const [type, test] = Object.entries(tests)[0] as [string, unknown];
  mustFit(property, type);
  return propertyCondition(property, test, scope.dataSource, scope);
}

/** A hundred conditions within each of a hundred, which is what the document allows. */
const MOST_VALUES = 10_000;

/**
 * Refuses a filter that no statement can hold: conditions may name many options each, or look at what is rolled up.
 *
 * @throws ApiError validation_error
 */
export function mustBeBounded(condition: Condition): void {
  const weight = weightOf(condition);
  if (weight <= MOST_VALUES) return;
  // The words are ours.
  throw validationError(
    `body failed validation: body.filter should compare with ≤ \`${MOST_VALUES}\` values, instead was \`${weight}\`.`,
  );
}
