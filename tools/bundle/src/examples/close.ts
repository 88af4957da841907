import type { Json, JsonObject } from "@notional/redocly-plugin";
import { chain, isObject, objects } from "@notional/redocly-plugin";

/** Keywords whose schemas describe a value of its own, and those whose schemas are a part of this one. */
const WHOLE = ["items", "additionalProperties", "contains", "unevaluatedProperties"];
const WHOLE_LISTS = ["prefixItems"];
const WHOLE_MAPS = ["properties", "patternProperties"];
const PART = ["if", "then", "else", "not"];
const PART_LISTS = ["allOf", "oneOf", "anyOf"];

/**
 * A schema that admits no field it does not describe. Responses are open, because Notion may add to them;
 * an example is ours, so what the schema does not know is a mistake in the one or the other.
 *
 * `part` says that another schema speaks about the same value, and closes it.
 */
export function close(document: JsonObject, schema: Json, part = false): Json {
  if (!isObject(schema)) return schema;
  const closed: JsonObject = {};
  for (const [key, value] of Object.entries(schema)) closed[key] = closeKeyword(document, key, value);
  const decided = "additionalProperties" in schema || "unevaluatedProperties" in schema;
  if (!part && !decided && describesFields(document, schema)) closed.unevaluatedProperties = false;
  return closed;
}

/** The components of a document, each schema closed but for what refers to it. */
export function closedComponents(document: JsonObject): JsonObject {
  const components = isObject(document.components) ? document.components : {};
  const schemas = Object.entries(isObject(components.schemas) ? components.schemas : {});
  return {
    schemas: Object.fromEntries(schemas.map(([name, schema]) => [name, close(document, schema, true)])),
  };
}

function closeKeyword(document: JsonObject, key: string, value: Json): Json {
  if (WHOLE.includes(key)) return close(document, value);
  if (PART.includes(key)) return close(document, value, true);
  if (WHOLE_LISTS.includes(key) && Array.isArray(value)) return value.map((item) => close(document, item));
  if (PART_LISTS.includes(key) && Array.isArray(value))
    return value.map((item) => close(document, item, true));
  if (WHOLE_MAPS.includes(key) && isObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, close(document, item)]));
  }
  return value;
}

/** An object without a word about its fields is free, and so is a union with such a member. */
function describesFields(document: JsonObject, schema: JsonObject, seen = new Set<JsonObject>()): boolean {
  const nodes = chain(document, schema).filter((node) => !seen.has(node));
  for (const node of nodes) seen.add(node);
  const parts = nodes.flatMap((node) => [node.allOf, node.oneOf, node.anyOf].flatMap(objects));
  if (parts.some((part) => isFree(document, part))) return false;
  return (
    nodes.some((node) => isObject(node.properties)) ||
    parts.some((part) => describesFields(document, part, seen))
  );
}

const ABOUT_FIELDS = ["properties", "additionalProperties", "patternProperties", "allOf", "oneOf", "anyOf"];

function isFree(document: JsonObject, schema: JsonObject): boolean {
  const nodes = chain(document, schema);
  return (
    nodes.some((node) => node.type === "object") &&
    !nodes.some((node) => ABOUT_FIELDS.some((keyword) => keyword in node))
  );
}
