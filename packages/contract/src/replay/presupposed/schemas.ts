import { isObject, type JsonObject } from "../json.ts";
import { parentIds, type Sighted } from "./sightings.ts";

/** Properties of a data source, as answers have them. */
export type Properties = Record<string, JsonObject>;

/**
 * The schema of every data source that was there before the tape: as answers show it, or for one that no answer
 * shows, what its rows tell.
 *
 * @param ids Which data sources there are.
 */
export function schemasOf(sighted: Sighted, ids: Iterable<string>): Map<string, Properties> {
  const { before, made } = sighted;
  const schemas = new Map<string, Properties>();
  for (const id of ids) {
    const shown = before.get(id)?.object.properties;
    const properties = isObject(shown) ? (shown as Properties) : ofRows(id, sighted);
    // What points at something that the tape made came with it.
    const kept = Object.entries(properties).filter(([, property]) => !pointsAt(property, made));
    schemas.set(id, Object.fromEntries(kept));
  }
  for (const [id, properties] of schemas) addOtherSides(id, properties, schemas);
  return schemas;
}

/** A relation with two sides tells of both; the other one may be in a data source that no answer shows. */
function addOtherSides(id: string, properties: Properties, schemas: Map<string, Properties>): void {
  for (const { id: propertyId, name, relation } of Object.values(properties)) {
    const { data_source_id, dual_property } = Object(relation) as JsonObject;
    const other = schemas.get(data_source_id as string);
    if (!other || !isObject(dual_property)) continue;
    const { synced_property_id, synced_property_name } = dual_property;
    if (Object.values(other).some((known) => known.id === synced_property_id)) continue;
    other[synced_property_name as string] = {
      id: synced_property_id,
      name: synced_property_name,
      type: "relation",
      relation: {
        data_source_id: id,
        type: "dual_property",
        dual_property: { synced_property_id: propertyId, synced_property_name: name },
      },
    };
  }
}

function pointsAt({ relation }: JsonObject, made: ReadonlySet<string>): boolean {
  return isObject(relation) && made.has(relation.data_source_id as string);
}

function ofRows(id: string, { before, answered }: Sighted): Properties {
  const properties: Properties = {};
  const sourceOf = new Map(answered.map((object) => [object.id, parentIds(object)[0]]));
  for (const object of answered) {
    if (object.object !== "page" || parentIds(object)[0] !== id) continue;
    for (const [name, value] of Object.entries(object.properties as Properties)) {
      const type = value.type as string;
      const [target] = Array.isArray(value.relation) ? (value.relation as { id: string }[]) : [];
      const related = (target && sourceOf.get(target.id)) ?? id;
      const property = properties[name] ?? {
        id: value.id,
        name,
        type,
        [type]: configOf(type, value, related),
      };
      properties[name] = property;
      // Who writes a row may make options, but of a status.
      const wasThere = before.has(object.id as string) || type === "status";
      if (wasThere) addOptions(property[type] as JsonObject, value[type]);
    }
  }
  const hasTitle = Object.values(properties).some(({ type }) => type === "title");
  return hasTitle ? properties : { Name: { id: "title", type: "title", title: {} }, ...properties };
}

/** Options that a row has are options of the property. */
function addOptions({ options }: JsonObject, value: unknown): void {
  if (!Array.isArray(options)) return;
  for (const option of [value].flat()) {
    if (isObject(option) && !options.some(({ id }) => id === option.id)) options.push(option);
  }
}

/** How a property is set up, as far as one of its values tells. */
function configOf(type: string, value: JsonObject, related: string): JsonObject {
  const inner = value[type];
  switch (type) {
    case "relation":
      return { data_source_id: related, type: "single_property", single_property: {} };
    case "unique_id":
      return { prefix: isObject(inner) ? (inner.prefix ?? null) : null };
    case "select":
    case "multi_select":
    case "status":
      return { options: [] };
    case "formula":
      return { expression: "" };
    case "rollup":
      return { function: isObject(inner) ? inner.function : "show_original" };
    default:
      return {};
  }
}
