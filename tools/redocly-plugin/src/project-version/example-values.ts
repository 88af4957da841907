import { isDeepStrictEqual } from "node:util";
import type { Json, JsonObject } from "../json.ts";
import { isObject, objects, strings } from "../json.ts";
import type { Context } from "./context.ts";
import { chain } from "./references.ts";

/** A schema that has a say about a value, and whether it does so in this version. */
interface Applied {
  schema: JsonObject;
  present: boolean;
}

/**
 * An example value as the version has it. Examples are written once, with the fields of every version in
 * them; a field goes where every schema that declares it is absent in the version, and a constant that has one
 * value in each version gets the one of this version.
 */
export function cutValue(value: Json, schemas: Json[], context: Context): Json {
  const roots = schemas.filter(isObject).map((schema) => ({ schema, present: true }));
  return cut(value, roots, context);
}

function cut(value: Json, schemas: Applied[], context: Context): Json {
  if (typeof value !== "object" || value === null) return cutConstant(value, schemas, context);
  const applied = schemas.flatMap((schema) => apply(value, schema, context));
  if (applied.length === 0) return value;
  return Array.isArray(value) ? cutItems(value, applied, context) : cutFields(value, applied, context);
}

/** The date of the version itself, say: where the version lacks a constant and has one other, that one. */
function cutConstant(value: Json, schemas: Applied[], context: Context): Json {
  for (const node of schemas.flatMap(({ schema }) => chain(context.document, schema))) {
    const members = objects(node.oneOf);
    const meant = members.find((member) => member.const === value);
    const [only, ...others] = members.filter(context.exists);
    if (!meant || context.exists(meant) || !only || others.length > 0) continue;
    if (only.const !== undefined) return only.const;
  }
  return value;
}

function cutItems(items: Json[], applied: Applied[], context: Context): Json[] {
  return items.map((item, index) => {
    const schemas = applied.flatMap(({ schema, present }) => {
      const prefix = Array.isArray(schema.prefixItems) ? schema.prefixItems[index] : undefined;
      return under(prefix ?? schema.items, present);
    });
    return cut(item, schemas, context);
  });
}

function cutFields(value: JsonObject, applied: Applied[], context: Context): JsonObject {
  const copy: JsonObject = {};
  context.origins.set(copy, value);
  for (const [key, field] of Object.entries(value)) {
    const declared = applied.flatMap(({ schema, present }) => {
      const property = isObject(schema.properties) ? schema.properties[key] : undefined;
      return property === undefined ? [] : [{ property, present: present && context.exists(property) }];
    });
    if (declared.length > 0 && declared.every(({ present }) => !present)) continue;
    const schemas =
      declared.length > 0
        ? declared.filter(({ present }) => present).flatMap(({ property }) => under(property, true))
        : applied.flatMap(({ schema, present }) => under(schema.additionalProperties, present));
    copy[key] = cut(field, schemas, context);
  }
  return copy;
}

function under(schema: Json | undefined, present: boolean): Applied[] {
  return isObject(schema) ? [{ schema, present }] : [];
}

/** Unfolds references, `allOf` and unions into the plain schemas that speak about this value. */
function apply(value: Json, { schema, present }: Applied, context: Context): Applied[] {
  return chain(context.document, schema).flatMap((node) => [
    { schema: node, present },
    ...objects(node.allOf).flatMap((part) =>
      apply(value, { schema: part, present: present && context.exists(part) }, context),
    ),
    ...applyUnion(value, node, present, context),
  ]);
}

function applyUnion(value: Json, union: JsonObject, present: boolean, context: Context): Applied[] {
  const members = [...objects(union.oneOf), ...objects(union.anyOf)];
  if (members.length === 0) return [];
  const chosen =
    chooseByDiscriminator(value, union, members) ?? members.filter((m) => fits(value, m, context));
  // A value of a member that the version lacks is not cut to nothing: validation then says what is wrong.
  const some = chosen.some(context.exists);
  return chosen.flatMap((member) =>
    apply(value, { schema: member, present: present && (!some || context.exists(member)) }, context),
  );
}

function chooseByDiscriminator(
  value: Json,
  union: JsonObject,
  members: JsonObject[],
): JsonObject[] | undefined {
  const { discriminator } = union;
  if (!isObject(value) || !isObject(discriminator) || !isObject(discriminator.mapping)) return undefined;
  const tag = value[String(discriminator.propertyName)];
  const target = typeof tag === "string" ? discriminator.mapping[tag] : undefined;
  const chosen = members.filter((member) => member.$ref === target);
  return chosen.length > 0 ? chosen : undefined;
}

/** Whether a value has the outline of a schema: type, constants and required fields, as deep as they go. */
function fits(value: Json, schema: Json | undefined, context: Context): boolean {
  if (typeof schema === "boolean") return schema;
  return chain(context.document, schema).every((node) => {
    if ("const" in node && !isDeepStrictEqual(node.const, value)) return false;
    if (Array.isArray(node.enum) && !node.enum.includes(value)) return false;
    if (node.type !== undefined && !hasType(value, node.type)) return false;
    const unions = [objects(node.oneOf), objects(node.anyOf)].filter((members) => members.length > 0);
    return (
      (!isObject(value) || fitsObject(value, node, context)) &&
      (!Array.isArray(value) ||
        !isObject(node.items) ||
        value.every((item) => fits(item, node.items, context))) &&
      objects(node.allOf).every((part) => fits(value, part, context)) &&
      unions.every((members) => members.some((member) => fits(value, member, context)))
    );
  });
}

function fitsObject(value: JsonObject, schema: JsonObject, context: Context): boolean {
  const properties = isObject(schema.properties) ? schema.properties : {};
  return (
    strings(schema.required).every((name) => name in value || !context.exists(properties[name])) &&
    Object.entries(value).every(([key, field]) =>
      key in properties ? fits(field, properties[key], context) : schema.additionalProperties !== false,
    )
  );
}

function hasType(value: Json, type: Json): boolean {
  const types = Array.isArray(type) ? type : [type];
  if (value === null) return types.includes("null");
  if (Array.isArray(value)) return types.includes("array");
  if (typeof value === "number") {
    return types.includes("number") || (types.includes("integer") && Number.isInteger(value));
  }
  return types.includes(typeof value);
}
