import type { DataSourceDocument, StoredProperty } from "../../store/documents.ts";
import type { Field, Rollup } from "../../store/query/fields.ts";
import type { SlotKind } from "../../store/slots.ts";
import { calculatedKind, calculationOf, formOf, operandOf } from "./computed/calculations.ts";
import { MAX_ROLLUPS } from "./computed/depth.ts";
import { relationOf } from "./schema/relations.ts";
import type { RollupConfig } from "./schema/rollups.ts";

/** A data source that others point at, and its `nodes.seq`. */
export interface Related {
  seq: number;
  document: DataSourceDocument;
}

/** By id: the data sources that rollups and formulas look into, if the connection may see them. */
export interface Looking {
  related: ReadonlyMap<string, Related>;
}

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
  scope: Looking,
  depth = 0,
): Field | undefined {
  const { type } = property;
  switch (type) {
    case "created_time":
    case "created_by":
    case "last_edited_time":
    case "last_edited_by":
      return { of: "column", column: type };
    case "rollup": {
      const rollup = rollupField(property, dataSource, scope, depth);
      return rollup && isKept(property, dataSource, scope) ? slotOf(property, dataSource) : rollup;
    }
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

/** Whether rows hold what a formula or a rollup comes to, for what the connection may see. */
export function isKept(
  { id, type }: StoredProperty,
  { computed, slots }: DataSourceDocument,
  { related }: Looking,
): boolean {
  const { isKept = false, reads = [] } = computed?.[id] ?? {};
  const slot = slots[id];
  // To look for what has no column takes as long as to compute a rollup.
  const hasColumn = slot !== undefined && !(type === "rollup" && slot.endsWith("*"));
  return isKept && hasColumn && reads.every(({ via, source }) => via.length === 0 || related.has(source));
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
  { related }: Looking,
): RolledUp | undefined {
  const { relation_property_id, rollup_property_id } = config as unknown as RollupConfig;
  const relation = properties.find(({ id, type }) => type === "relation" && id === relation_property_id);
  const target = relation && related.get(relationOf(relation).data_source_id);
  const property = target?.document.properties.find(({ id }) => id === rollup_property_id);
  return relation && target && property && { relation: relation.id, target, property };
}

const NOTHING: Field = { of: "nothing" };

/** What a rollup comes to, made of the values of related rows; nothing when that does not compare. */
export function rollupField(
  rollup: StoredProperty,
  dataSource: DataSourceDocument,
  scope: Looking,
  depth = 0,
): Rollup | undefined {
  const found = depth < MAX_ROLLUPS ? rolledUp(rollup, dataSource, scope) : undefined;
  if (!found) return undefined;
  const { relation, target, property } = found;
  const name = rollup.config.function as string;
  const form = formOf(property, target.document.computed?.[property.id]?.result);
  const calculate = calculationOf(name, property.type, form);
  const operand = operandOf(name, form);
  const field =
    operand === "values"
      ? fieldOf(property, target.document, scope, depth + 1)
      : operand === "nothing"
        ? NOTHING
        : undefined;
  const kind = operand === "values" ? field && kindOf(field) : "n";
  if (!calculate || !calculatedKind(calculate, kind)) return undefined;
  return { of: "rollup", relation, dataSource: target.seq, field, calculate };
}

/** Whether a field compares as text or as a number. */
export function kindOf(field: Field): SlotKind {
  switch (field.of) {
    case "slot":
      return field.slot[0] as SlotKind;
    case "rollup":
      return calculatedKind(field.calculate, field.field && kindOf(field.field)) ?? "n";
    case "nothing":
      return "n";
    default:
      return "t";
  }
}
