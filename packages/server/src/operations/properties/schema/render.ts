import type { Schema } from "@notional/openapi-types";
import type { StoredProperty } from "../../../store/documents.ts";
import { byId } from "../order.ts";
import { relationOf } from "./relations.ts";
import type { RollupConfig } from "./rollups.ts";

/** A data source that a relation leads to and the connection may see. */
export interface RelatedSource {
  databaseId: string;
  properties: readonly StoredProperty[];
}

/** Those that may be seen, by id. */
export type RelatedSources = ReadonlyMap<string, RelatedSource>;

/**
 * A schema as answers have it. Relations to what the connection may not see are left out, and so are the rollups
 * that follow them, which would name properties from there.
 */
export function renderProperties(
  properties: readonly StoredProperty[],
  related: RelatedSources,
): Schema<"PropertyConfigs"> {
  const entries = properties.toSorted(byId).flatMap((property) => {
    const { id, name, description, type } = property;
    const config = renderConfig(property, properties, related);
    return config ? [[name, { id: encodeURIComponent(id), name, description, type, [type]: config }]] : [];
  });
  return Object.fromEntries(entries) as Schema<"PropertyConfigs">;
}

function renderConfig(
  property: StoredProperty,
  properties: readonly StoredProperty[],
  related: RelatedSources,
): object | undefined {
  if (property.type === "relation") return renderRelation(property, related);
  return property.type === "rollup" ? renderRollup(property, properties, related) : property.config;
}

function renderRelation(property: StoredProperty, related: RelatedSources): object | undefined {
  const config = relationOf(property);
  const target = related.get(config.data_source_id);
  if (!target) return undefined;
  const leadsTo = { database_id: target.databaseId, data_source_id: config.data_source_id };
  if (config.type === "single_property") return { ...leadsTo, type: config.type, single_property: {} };
  const id = config.synced_property_id;
  const synced = {
    synced_property_name: nameOf(id, target.properties),
    synced_property_id: encodeURIComponent(id),
  };
  return { ...leadsTo, type: config.type, dual_property: synced };
}

function renderRollup(
  { config }: StoredProperty,
  properties: readonly StoredProperty[],
  related: RelatedSources,
): object | undefined {
  const { relation_property_id, rollup_property_id, function: summed } = config as unknown as RollupConfig;
  const relation = properties.find(({ id }) => id === relation_property_id);
  const target = relation?.type === "relation" ? related.get(relationOf(relation).data_source_id) : undefined;
  if (relation?.type === "relation" && !target) return undefined;
  return {
    rollup_property_name: nameOf(rollup_property_id, target?.properties ?? []),
    relation_property_name: relation?.name ?? "",
    // Recorded: unlike all others, these ids are not encoded for URLs.
    rollup_property_id,
    relation_property_id,
    function: summed,
  };
}

/** Empty for what a rollup goes on referring to after it was removed. */
const nameOf = (id: string, properties: readonly StoredProperty[]): string =>
  properties.find((property) => property.id === id)?.name ?? "";
