import type { Json, JsonObject } from "@notional/redocly-plugin";
import { chain, isObject, isReference, objects, resolve, strings } from "@notional/redocly-plugin";

/** Not needed to say what is wrong, and full of references that would have to be followed. */
const LEFT_OUT = [
  "$ref",
  "oneOf",
  "anyOf",
  "discriminator",
  "items",
  "if",
  "then",
  "else",
  "not",
  "contains",
];

/**
 * A schema narrowed to what a value means to be: each union is replaced by the member that the value comes
 * closest to, and each reference by what it leads to, as deep as the value goes. A validator can then say
 * what is wrong with the value, instead of how it fails each of thirty members.
 */
export function specialize(document: JsonObject, value: Json, schema: Json): Json {
  if (!isObject(schema)) return schema;
  const next = (child: Json | undefined, of: Json) => specialize(document, of, child ?? true);
  const narrow: JsonObject = { ...schema };
  for (const keyword of LEFT_OUT) delete narrow[keyword];

  const unions = [objects(schema.oneOf), objects(schema.anyOf)].filter((members) => members.length > 0);
  const parts = [
    ...(isReference(schema) ? [resolve(document, schema.$ref)] : []),
    ...objects(schema.allOf),
    ...unions.map((members) => choose(document, value, schema, members)),
  ];
  if (parts.length > 0) narrow.allOf = parts.map((part) => next(part, value));

  if (Array.isArray(value)) {
    const prefix = Array.isArray(schema.prefixItems) ? schema.prefixItems : [];
    if (prefix.length > 0 || "items" in schema) {
      narrow.prefixItems = value.map((item, index) => next(prefix[index] ?? schema.items, item));
    }
  }
  if (isObject(value)) Object.assign(narrow, specializeFields(value, schema, next));
  return narrow;
}

function specializeFields(
  value: JsonObject,
  schema: JsonObject,
  next: (child: Json | undefined, of: Json) => Json,
): JsonObject {
  const properties = isObject(schema.properties) ? schema.properties : {};
  const narrow = Object.entries(properties).map(([name, property]): [string, Json] => {
    const field = value[name];
    return [name, field === undefined ? true : next(property, field)];
  });
  const other = schema.additionalProperties;
  if (!isObject(other)) return narrow.length > 0 ? { properties: Object.fromEntries(narrow) } : {};
  for (const [name, field] of Object.entries(value)) {
    if (!(name in properties)) narrow.push([name, next(other, field)]);
  }
  return { properties: Object.fromEntries(narrow), additionalProperties: true };
}

function choose(document: JsonObject, value: Json, union: JsonObject, members: JsonObject[]): JsonObject {
  const tagged = chooseByDiscriminator(value, union, members);
  if (tagged) return tagged;
  const scores = members.map((member) => score(document, value, member));
  return members[scores.indexOf(Math.max(...scores))] ?? {};
}

function chooseByDiscriminator(value: Json, { discriminator }: JsonObject, members: JsonObject[]) {
  if (!isObject(value) || !isObject(discriminator) || !isObject(discriminator.mapping)) return undefined;
  const target = discriminator.mapping[String(value[String(discriminator.propertyName)])];
  return members.find((member) => target !== undefined && member.$ref === target);
}

/** How near a value comes to a schema: its type first, then its tags, then the names of its fields. */
function score(document: JsonObject, value: Json, schema: JsonObject): number {
  return chain(document, schema).reduce((sum, node) => {
    const unions = [objects(node.oneOf), objects(node.anyOf)].filter((members) => members.length > 0);
    const best = unions.map((members) =>
      Math.max(...members.map((member) => score(document, value, member))),
    );
    const parts = objects(node.allOf).map((part) => score(document, value, part));
    return [...best, ...parts].reduce((a, b) => a + b, sum + scoreNode(document, value, node));
  }, 0);
}

function scoreNode(document: JsonObject, value: Json, node: JsonObject): number {
  let points = 0;
  if (node.type !== undefined && ![node.type].flat().includes(typeName(value))) points -= 1000;
  if ("const" in node) points += node.const === value ? 10 : -10;
  if (Array.isArray(node.enum)) points += node.enum.includes(value) ? 10 : -10;
  if (!isObject(value)) return points;
  const properties = isObject(node.properties) ? node.properties : {};
  points -= strings(node.required).filter((name) => !(name in value)).length;
  for (const [name, field] of Object.entries(value)) {
    const property = properties[name];
    if (property === undefined) points -= node.additionalProperties === false ? 2 : 0;
    else points += 1 + scoreTag(document, field, property);
  }
  return points;
}

function scoreTag(document: JsonObject, field: Json, property: Json): number {
  const tag = chain(document, property).find((node) => "const" in node)?.const;
  if (tag === undefined) return 0;
  return tag === field ? 10 : -10;
}

function typeName(value: Json): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return typeof value;
}
