import type { Schema } from "@notional/openapi-types";
import { validationError } from "../../../errors.ts";
import type { StoredProperty } from "../../../store/documents.ts";
import type { Field } from "../../../store/query/fields.ts";
import { fieldOf } from "../../properties/fields.ts";
import { findProperty } from "../../properties/find.ts";
import { rankedOptions } from "./options.ts";
import type { AnyKey } from "./order-scanned.ts";
import type { Scope } from "./scope.ts";

/**
 * Sorts as an order of rows. Rows without a value come last, whichever way the others go.
 *
 * @throws ApiError validation_error for unknown properties
 */
export function readSorts(sorts: readonly Schema<"Sort">[], scope: Scope): AnyKey[] {
  return sorts.flatMap((sort): AnyKey | readonly AnyKey[] => {
    const direction = sort.direction === "ascending" ? "asc" : "desc";
    if ("timestamp" in sort) {
      return { field: { of: "column" as const, column: sort.timestamp }, direction, empty: "last" };
    }
    const property = findProperty(scope.dataSource.properties, sort.property);
    if (!property) {
      throw validationError(`Could not find sort property with name or id: ${sort.property}`);
    }
    // Unchecked is stored as nothing, and comes before checked.
    const empty = isYesOrNo(property, scope) && direction === "asc" ? "first" : "last";
    const scanned = scope.scanned.get(property.id);
    if (scanned) return { scanned, direction, empty };
    const field = sortField(property, scope);
    if (!field) return [];
    const hasOptions = ["select", "multi_select", "status"].includes(property.type);
    return { field, direction, empty, ...(hasOptions && { ranks: rankedOptions(property) }) };
  });
}

const isYesOrNo = ({ id, type }: StoredProperty, { dataSource }: Scope): boolean =>
  type === "checkbox" || dataSource.computed?.[id]?.result === "boolean";

/** What a property is sorted by, which is what is shown of it. */
function sortField(property: StoredProperty, scope: Scope): Field | undefined {
  if (property.type === "relation") return { of: "relatedTitle", property: property.id };
  const field = fieldOf(property, scope.dataSource, scope);
  if (!field) return undefined;
  switch (property.type) {
    case "multi_select":
      return { of: "first", field };
    case "people":
      return { of: "userName", field: { of: "first", field } };
    case "created_by":
    case "last_edited_by":
      return { of: "userName", field };
    default:
      return field;
  }
}
