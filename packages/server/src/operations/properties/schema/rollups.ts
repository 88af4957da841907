import type { Schema } from "@notional/openapi-types";
import { validationError } from "../../../errors.ts";
import type { StoredProperty } from "../../../store/documents.ts";
import { findProperty } from "../find.ts";
import { type EditedSource, otherSource, type SchemaEdit } from "./edit.ts";
import { relationOf } from "./relations.ts";

/** What a rollup follows and sums up; names are looked up when it is answered. */
export interface RollupConfig {
  function: Schema<"RollupFunction">;
  relation_property_id: string;
  rollup_property_id: string;
}

/**
 * A rollup as a request has it, by ids.
 *
 * @throws ApiError validation_error when the relation, or the property at its end, does not exist
 */
export async function readRollup(
  request: Schema<"RollupConfigRequest">,
  property: StoredProperty,
  { document }: EditedSource,
  edit: SchemaEdit,
): Promise<RollupConfig> {
  const relationKey = request.relation_property_id ?? request.relation_property_name ?? "";
  const relation = findProperty(document.properties, relationKey);
  if (!relation) throw validationError(`${relationKey} is not a property that exists.`);
  if (relation.type !== "relation") throw validationError(`${property.name} is not a valid property schema.`);
  const target = await otherSource(edit, relationOf(relation).data_source_id);
  const rolledUpKey = request.rollup_property_id ?? request.rollup_property_name ?? "";
  const rolledUp = target && findProperty(target.document.properties, rolledUpKey);
  if (!rolledUp) throw validationError(`${rolledUpKey} is not a property that exists.`);
  return {
    function: request.function,
    relation_property_id: relation.id,
    rollup_property_id: rolledUp.id,
  };
}
