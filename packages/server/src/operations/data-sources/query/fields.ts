import type { DataSourceDocument, StoredProperty } from "../../../store/documents.ts";
import type { Calculation, Field } from "../../../store/query/fields.ts";
import type { SlotKind } from "../../../store/slots.ts";
import { MAX_ROLLUPS } from "../../properties/computed/depth.ts";
import { type Related, relationOf, type Scope, targetOf } from "./scope.ts";

/**
 * What holds the value of a property.
 *
 * @param dataSource Whose property it is.
 * @param depth How many rollups led to it.
 * @returns Nothing for what has no value that compares, such as relations and buttons, and for formulas whose
 *   results are not kept.
 */
export function fieldOf(
  property: StoredProperty,
  dataSource: DataSourceDocument,
  scope: Scope,
  depth = 0,
): Field | undefined {
  const { type } = property;
  switch (type) {
    case "created_time":
    case "created_by":
    case "last_edited_time":
    case "last_edited_by":
      return { of: "column", column: type };
    case "rollup":
      return rollupField(property, dataSource, scope, depth);
    case "formula":
      return isKept(property, dataSource, scope) ? slotOf(property, dataSource) : undefined;
    default:
      return slotOf(property, dataSource);
  }
}

function slotOf({ id }: StoredProperty, { slots }: DataSourceDocument): Field | undefined {
  const slot = slots[id];
  return slot === undefined ? undefined : { of: "slot", slot, property: id };
}

/** Whether rows hold what a formula comes to, for what the connection may see. */
export function isKept(
  { id }: StoredProperty,
  { computed, slots }: DataSourceDocument,
  { related }: Scope,
): boolean {
  const { isKept = false, reads = [] } = computed?.[id] ?? {};
  return (
    isKept &&
    slots[id] !== undefined &&
    reads.every(({ via, source }) => via.length === 0 || related.has(source))
  );
}

/** A property of the data source that a relation points at. */
interface RolledUp {
  relation: string;
  target: Related;
  property: StoredProperty;
}

/** What a rollup sums up. */
export function rolledUp(
  { config }: StoredProperty,
  { properties }: DataSourceDocument,
  { related }: Scope,
): RolledUp | undefined {
  const relation = relationOf(config.relation_property_id, properties);
  const target = relation && related.get(targetOf(relation));
  const property = target?.document.properties.find(({ id }) => id === config.rollup_property_id);
  return relation && target && property && { relation: relation.id, target, property };
}

function rollupField(
  rollup: StoredProperty,
  dataSource: DataSourceDocument,
  scope: Scope,
  depth: number,
): Field | undefined {
  const found = depth < MAX_ROLLUPS ? rolledUp(rollup, dataSource, scope) : undefined;
  if (!found) return undefined;
  const { relation, target, property } = found;
  const calculate = calculationOf(rollup.config.function as string, property, target.document);
  const field = fieldOf(property, target.document, scope, depth + 1);
  if (!calculate || !takes(calculate, field)) return undefined;
  return { of: "rollup", relation, dataSource: target.seq, field, calculate };
}

function takes(calculate: Calculation, field: Field | undefined): boolean {
  if (calculate === "count") return true;
  if (!field) return false;
  return !["sum", "average", "range"].includes(calculate) || kindOf(field) === "n";
}

/** Whether a field compares as text or as a number. */
export function kindOf(field: Field): SlotKind {
  switch (field.of) {
    case "slot":
      return field.slot[0] as SlotKind;
    case "rollup": {
      const isOne = ["min", "max", "first"].includes(field.calculate);
      return isOne && field.field ? kindOf(field.field) : "n";
    }
    default:
      return "t";
  }
}

const dates = ["date", "created_time", "last_edited_time"];

const isDate = ({ id, type }: StoredProperty, { computed }: DataSourceDocument): boolean =>
  dates.includes(type) || computed?.[id]?.result === "date";

/** Of the functions of rollups, those that come to something that compares. */
function calculationOf(
  name: string,
  property: StoredProperty,
  dataSource: DataSourceDocument,
): Calculation | undefined {
  const { type } = property;
  switch (name) {
    case "count":
    case "sum":
    case "average":
    case "min":
    case "max":
    case "range":
      return name;
    case "count_values":
      return type === "multi_select" || type === "people" ? "countValues" : "countFilled";
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
      return isDate(property, dataSource) ? "min" : undefined;
    case "latest_date":
      return isDate(property, dataSource) ? "max" : undefined;
    case "show_original":
      return "first";
    default:
      return undefined;
  }
}
