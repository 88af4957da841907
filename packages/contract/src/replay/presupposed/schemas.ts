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
export function schemasOf({ before, made }: Sighted, ids: Iterable<string>): Map<string, Properties> {
  const schemas = new Map<string, Properties>();
  for (const id of ids) {
    const shown = before.get(id)?.object.properties;
    const properties = isObject(shown) ? (shown as Properties) : ofRows(id, before);
    // What points at something that the tape made came with it.
    const kept = Object.entries(properties).filter(([, property]) => !pointsAt(property, made));
    schemas.set(id, Object.fromEntries(kept));
  }
  return schemas;
}

function pointsAt({ relation }: JsonObject, made: ReadonlySet<string>): boolean {
  return isObject(relation) && made.has(relation.data_source_id as string);
}

function ofRows(id: string, before: Sighted["before"]): Properties {
  const properties: Properties = {};
  for (const { object } of before.values()) {
    if (object.object !== "page" || parentIds(object)[0] !== id) continue;
    for (const [name, value] of Object.entries(object.properties as Properties)) {
      const type = value.type as string;
      properties[name] ??= { id: value.id, name, type, [type]: configOf(type, value, id) };
    }
  }
  const hasTitle = Object.values(properties).some(({ type }) => type === "title");
  return hasTitle ? properties : { Name: { id: "title", type: "title", title: {} }, ...properties };
}

/** How a property is set up, as far as one of its values tells. */
function configOf(type: string, value: JsonObject, dataSourceId: string): JsonObject {
  const inner = value[type];
  switch (type) {
    case "relation":
      return { data_source_id: dataSourceId, type: "single_property", single_property: {} };
    case "unique_id":
      return { prefix: isObject(inner) ? (inner.prefix ?? null) : null };
    case "formula":
      return { expression: "" };
    case "rollup":
      return { function: isObject(inner) ? inner.function : "show_original" };
    default:
      return {};
  }
}
