import type { Bundle, Schema } from "./bundle.ts";

/**
 * Closes every object of a bundle, so that a field which the document does not declare is an error.
 *
 * Responses are open in the document, because Notion may add fields at any time; a check of the document wants
 * to hear of each of them. Schemas that are parts of others (`allOf`) stay open, the whole is closed instead.
 *
 * @returns a copy; the bundle is not changed
 */
export function closeObjects(bundle: Bundle): Bundle {
  const closed = structuredClone(bundle);
  const parts = partSchemas(closed);
  const schemas = closed.components.schemas ?? {};
  for (const [name, schema] of Object.entries(schemas)) close(schema as Schema, parts.has(name));
  return closed;
}

/** The names of the component schemas that only stand in an `allOf`. */
function partSchemas(bundle: Bundle): Set<string> {
  const parts = new Set<string>();
  visit(bundle.components.schemas ?? {}, (node) => {
    for (const part of asList(node.allOf)) {
      if (typeof part.$ref === "string") parts.add(part.$ref.replace("#/components/schemas/", ""));
    }
  });
  return parts;
}

function close(schema: Schema, isPart: boolean): void {
  for (const child of Object.values((schema.properties ?? {}) as Record<string, Schema>)) close(child, false);
  for (const key of ["items", "additionalProperties"]) {
    if (isObject(schema[key])) close(schema[key], false);
  }
  for (const member of [...asList(schema.oneOf), ...asList(schema.anyOf)]) close(member, isPart);
  for (const part of asList(schema.allOf)) close(part, true);
  const isOpenObject =
    (schema.type === "object" || schema.properties !== undefined) &&
    schema.additionalProperties === undefined &&
    schema.unevaluatedProperties === undefined;
  if (isOpenObject && !isPart) schema.unevaluatedProperties = false;
}

function visit(node: unknown, see: (node: Schema) => void): void {
  if (Array.isArray(node)) for (const item of node) visit(item, see);
  else if (isObject(node)) {
    see(node);
    for (const child of Object.values(node)) visit(child, see);
  }
}

function asList(node: unknown): Schema[] {
  return Array.isArray(node) ? (node as Schema[]) : [];
}

function isObject(node: unknown): node is Schema {
  return typeof node === "object" && node !== null && !Array.isArray(node);
}
