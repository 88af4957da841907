import type { DataSourceDocument, StoredProperty } from "../../../store/documents.ts";
import type { Calculation, Field } from "../../../store/query/fields.ts";
import { relationOf, type Scope, targetOf } from "./scope.ts";

/**
 * What holds the value of a property.
 *
 * @param dataSource Whose property it is.
 * @returns Nothing for what has no value that compares: relations, formulas, buttons, places.
 */
export function fieldOf(
  property: StoredProperty,
  dataSource: DataSourceDocument,
  scope: Scope,
): Field | undefined {
  const { id, type } = property;
  switch (type) {
    case "created_time":
    case "created_by":
    case "last_edited_time":
    case "last_edited_by":
      return { of: "column", column: type };
    case "rollup":
      return rollupField(property, dataSource, scope);
    default: {
      const slot = dataSource.slots[id];
      return slot === undefined ? undefined : { of: "slot", slot, property: id };
    }
  }
}

/** What a rollup sums up: a property of the data source that its relation points at. */
export function rolledUp(
  rollup: StoredProperty,
  dataSource: DataSourceDocument,
  scope: Scope,
):
  | { relation: string; dataSourceId: string; target: DataSourceDocument; property: StoredProperty }
  | undefined {
  const relation = relationOf(rollup, dataSource.properties);
  const dataSourceId = targetOf(relation);
  const target = dataSourceId === undefined ? undefined : scope.related.get(dataSourceId);
  const property = target?.properties.find(({ id }) => id === rollup.config.rollup_property_id);
  if (!relation || dataSourceId === undefined || !target || !property) return undefined;
  return { relation: relation.id, dataSourceId, target, property };
}

function rollupField(
  rollup: StoredProperty,
  dataSource: DataSourceDocument,
  scope: Scope,
): Field | undefined {
  const found = rolledUp(rollup, dataSource, scope);
  const calculate = calculationOf(rollup.config.function as string, found?.property);
  if (!found || !calculate) return undefined;
  const field = fieldOf(found.property, found.target, scope);
  if (!field && calculate !== "count") return undefined;
  return { of: "rollup", relation: found.relation, dataSourceId: found.dataSourceId, field, calculate };
}

/** Of the functions of rollups, those that come to something that compares. */
function calculationOf(name: string, property: StoredProperty | undefined): Calculation | undefined {
  switch (name) {
    case "count":
    case "sum":
    case "average":
    case "min":
    case "max":
    case "range":
      return name;
    case "count_values":
      return property?.type === "multi_select" || property?.type === "people" ? "countValues" : "countFilled";
    // Of a checkbox, what is stored is that it is checked.
    case "not_empty":
    case "checked":
      return "countFilled";
    case "empty":
    case "unchecked":
      return "countEmpty";
    case "percent_not_empty":
    case "percent_checked":
      return "shareFilled";
    case "percent_empty":
    case "percent_unchecked":
      return "shareEmpty";
    case "earliest_date":
    case "date_range":
      return "min";
    case "latest_date":
      return "max";
    case "show_original":
      return "first";
    default:
      return undefined;
  }
}
