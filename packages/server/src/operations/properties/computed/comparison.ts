import type { ComputedProperty, StoredProperty } from "../../../store/documents.ts";
import { resultKinds, type SlotKind, valueKind } from "../../../store/slots.ts";
import { relationOf } from "../schema/relations.ts";
import type { RollupConfig } from "../schema/rollups.ts";
import { calculatedKind, calculationOf, formOf, operandOf } from "./calculations.ts";
import { MAX_ROLLUPS } from "./depth.ts";
import { resultOf } from "./result.ts";
import type { Sources } from "./sources.ts";

/** A property, and the id of the data source that has it. */
export interface Placed {
  source: string;
  property: StoredProperty;
}

/** The property that a rollup sums up; nothing when it or the relation is not there any more. */
export function rolledUpBy(rollup: StoredProperty, source: string, sources: Sources): Placed | undefined {
  const { relation_property_id, rollup_property_id } = rollup.config as unknown as RollupConfig;
  const relation = sources.property(source, relation_property_id);
  if (relation?.type !== "relation") return undefined;
  const { data_source_id } = relationOf(relation);
  const property = sources.property(data_source_id, rollup_property_id);
  return property && { source: data_source_id, property };
}

/**
 * How what a rollup comes to compares; nothing of one that does not.
 *
 * @param depth How many rollups led to it.
 */
export function comparisonOf(
  rollup: StoredProperty,
  source: string,
  sources: Sources,
  depth = 0,
): ComputedProperty["rollup"] {
  const found = depth < MAX_ROLLUPS ? rolledUpBy(rollup, source, sources) : undefined;
  if (!found) return undefined;
  const { property } = found;
  const below =
    property.type === "rollup" ? comparisonOf(property, found.source, sources, depth + 1) : undefined;
  const name = rollup.config.function as string;
  const result = property.type === "formula" ? resultOf(sources.formula(found.source, property)) : null;
  const form = formOf(property, result);
  const calculate = calculationOf(name, property.type, form);
  const of = operandOf(name, form) === "values" ? (below?.kind ?? kindOf(property, result)) : "n";
  const kind = calculate && calculatedKind(calculate, of);
  return kind && { kind, height: 1 + (below?.height ?? 0) };
}

function kindOf({ type }: StoredProperty, result: ComputedProperty["result"]): SlotKind | undefined {
  switch (type) {
    case "created_time":
    case "created_by":
    case "last_edited_time":
    case "last_edited_by":
      return "t";
    case "formula":
      return result === null ? undefined : resultKinds[result];
    default:
      return valueKind(type);
  }
}
