import type { OpenAPI3 } from "openapi-typescript";
import { isObject, type Json, type JsonObject } from "./json.ts";
import { separatePartials } from "./partials.ts";
import { separateLists } from "./untagged-lists.ts";

/**
 * A copy of a bundle that says the same and prints as better types.
 *
 * - Without `discriminator`: every member has its tag as a `const`, and that alone narrows. With it,
 *   openapi-typescript prints the tag a second time beside each `allOf` and documents it as its own invention.
 * - `oneOf: [{ required: [a] }, { required: [b] }]`, and `anyOf`, spelled out: they print as `unknown | unknown`.
 * - `not: { required: [a, b] }` spelled out as well, for the same reason.
 * - `minProperties: 1` beside `maxProperties: 1` as a choice between the properties: exactly one operator.
 * - With the members of a union told apart where one is partial; see `separatePartials`.
 * - With the lists of a union told apart from its objects; see `separateLists`.
 * - Without the operationIds of webhooks: `operations` is what a client can call.
 * - Without the examples of bodies: no type shows them, and they are most of a bundle.
 * - Without "Always `page`.": that is what the type `"page"` says.
 */
export function prepare(document: OpenAPI3): OpenAPI3 {
  const prepared = prepareNode(document as unknown as Json, false) as unknown as OpenAPI3;
  for (const item of Object.values(prepared.webhooks ?? {})) {
    for (const operation of Object.values(item)) delete Object(operation).operationId;
  }
  const schemas: JsonObject = Object(prepared.components?.schemas);
  separatePartials(schemas);
  separateLists(schemas);
  return prepared;
}

/** `named` is set below keywords whose keys are names (of properties, of schemas), not keywords. */
function prepareNode(node: Json, named: boolean): Json {
  if (Array.isArray(node)) return node.map((item) => prepareNode(item, false));
  if (!isObject(node)) return node;
  const copy: JsonObject = {};
  for (const [key, value] of Object.entries(node)) {
    if (!named && (key === "discriminator" || isNamedExamples(key, value) || isSpelledOut(key, node)))
      continue;
    copy[key] = prepareNode(value, !named && NAMED.has(key));
  }
  if (!named) {
    spellOutOneProperty(copy);
    spellOutChoice(copy);
    spellOutExclusion(copy);
  }
  return copy;
}

/** Those of a body, by name. A schema has a list of them, and an editor shows it. */
function isNamedExamples(key: string, value: Json): boolean {
  return key === "examples" && !Array.isArray(value);
}

/** The description that the projector gives to a constant that has none of its own. */
function isSpelledOut(key: string, schema: JsonObject): boolean {
  return key === "description" && "const" in schema && schema.description === `Always \`${schema.const}\`.`;
}

const NAMED = new Set([
  "properties",
  "patternProperties",
  "schemas",
  "paths",
  "webhooks",
  "parameters",
  "responses",
  "headers",
]);

/** Each member of a choice of required names gets its own names; in a `oneOf`, and `never` for those of the others. */
function spellOutChoice(schema: JsonObject): void {
  for (const keyword of ["oneOf", "anyOf"]) {
    const members = schema[keyword];
    if (!Array.isArray(members) || !members.every(isRequiredOnly)) continue;
    const others = keyword === "oneOf" ? members.flatMap((member) => member.required) : [];
    const known: Record<string, Json> = Object(schema.properties);
    delete schema[keyword];
    // Always as `oneOf`: openapi-typescript prints `anyOf` as an alternative to its siblings, not beside them.
    schema.oneOf = members.map(({ required }) => ({
      required,
      properties: Object.fromEntries(
        [...required, ...others].map((name) => [name, required.includes(name) && (known[name] ?? true)]),
      ),
    }));
  }
}

/** Exactly one property: each of them alone, the others `never`. */
function spellOutOneProperty(schema: JsonObject): void {
  if (schema.minProperties !== 1 || schema.maxProperties !== 1 || schema.oneOf || schema.allOf) return;
  const known: Record<string, Json> = Object(schema.properties);
  const names = Object.keys(known);
  if (names.length < 2) return;
  schema.oneOf = names.map((name) => ({
    type: "object",
    required: [name],
    properties: Object.fromEntries(names.map((other) => [other, other === name && (known[name] ?? true)])),
  }));
  for (const keyword of ["type", "properties", "additionalProperties", "minProperties", "maxProperties"]) {
    delete schema[keyword];
  }
}

/** `not: { required: [a, b] }`: one of them is missing. */
function spellOutExclusion(schema: JsonObject): void {
  const { not } = schema;
  if (not === undefined || !isRequiredOnly(not) || schema.oneOf) return;
  delete schema.not;
  schema.oneOf = not.required.map((name) => ({ properties: { [name]: false } }));
}

/** `{ required: [a] }`, or with `properties: { a: {} }` beside it, which says nothing more. */
function isRequiredOnly(schema: Json): schema is { required: string[] } {
  if (!isObject(schema)) return false;
  const { required, properties = {}, ...rest } = schema;
  const isOpen = Object.values<Json>(Object(properties)).every(isAnything);
  return Array.isArray(required) && isOpen && Object.keys(rest).every((key) => key === "type");
}

function isAnything(schema: Json): boolean {
  return schema === true || (isObject(schema) && Object.keys(schema).length === 0);
}
