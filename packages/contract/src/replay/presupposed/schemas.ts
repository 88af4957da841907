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
  const sourceOf = new Map(answered.map((object) => [object.id as string, parentIds(object)[0]]));
  const values = answered
    .filter((object) => object.object === "page" && parentIds(object)[0] === id)
    .flatMap((row) =>
      Object.entries(row.properties as Properties).map(([name, value]) => ({
        name,
        value,
        wasThere: before.has(row.id as string),
      })),
    );
  const properties: Properties = {};
  const relationId = values.find(({ value }) => value.type === "relation")?.value.id;
  for (const [name, all] of Map.groupBy(values, (one) => one.name)) {
    const [{ id: propertyId, type }] = all.map(({ value }) => value) as [{ id: string; type: string }];
    // Which relation it follows, and to what, no row tells; without any there can be none.
    if (type === "rollup" && relationId === undefined) continue;
    const followed = type === "rollup" && { relation_property_id: relationId, rollup_property_id: "title" };
    // Who writes a row may make options, but of a status.
    const telling = type.endsWith("select") ? all.filter(({ wasThere }) => wasThere) : all;
    const contents = telling.map(({ value }) => value[type]);
    const config = { ...configOf(type, contents, id, sourceOf), ...followed };
    properties[name] = { id: propertyId, name, type, [type]: config };
  }
  const hasTitle = Object.values(properties).some(({ type }) => type === "title");
  return hasTitle ? properties : { Name: { id: "title", type: "title", title: {} }, ...properties };
}

/**
 * How a property is set up, as far as its values tell.
 *
 * @param dataSourceId What it is a property of.
 * @param sourceOf The data sources of rows.
 */
function configOf(
  type: string,
  values: readonly unknown[],
  dataSourceId: string,
  sourceOf: ReadonlyMap<string, string | undefined>,
): JsonObject {
  const each = values.flat().filter(isObject);
  switch (type) {
    case "relation": {
      const related = each.flatMap(({ id }) => sourceOf.get(id as string) ?? []);
      return { data_source_id: related[0] ?? dataSourceId, type: "single_property", single_property: {} };
    }
    case "unique_id":
      return { prefix: each[0]?.prefix ?? null };
    case "select":
    case "multi_select":
      return { options: optionsAmong(each) };
    case "status":
      return statusOf(optionsAmong(each), dataSourceId);
    case "formula":
      return { expression: "" };
    case "rollup":
      return { function: each[0]?.function ?? "show_original" };
    default:
      return {};
  }
}

const optionsAmong = (values: readonly JsonObject[]): JsonObject[] => [
  ...new Map(values.map((option) => [option.id, option])).values(),
];

/** Which groups there are no value tells; a status without options is the default one. */
function statusOf(options: JsonObject[], groupId: string): JsonObject {
  if (options.length === 0) return {};
  const option_ids = options.map(({ id }) => id);
  return { options, groups: [{ id: groupId, name: "To-do", color: "gray", option_ids }] };
}
