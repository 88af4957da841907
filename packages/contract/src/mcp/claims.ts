import { type Bundle, deref, type Operation, type Schema } from "@notional/checker";
import { type PropertyPath, schemasAt } from "../properties.ts";

/** A property that a document says an operation has, in its request or its answer. */
export interface Claim {
  side: "request" | "response";
  path: PropertyPath;
}

/** Every property that a document names for an operation: in its schemas, and in its examples of answers. */
export function claimsOf(document: Bundle, operation: Operation): Claim[] {
  const claims = new Map<string, Claim>();
  const note = (side: Claim["side"]) => (path: PropertyPath) =>
    claims.set(`${side} ${path.join(".")}`, { side, path });
  for (const { schema } of Object.values(operation.requestBody?.content ?? {})) {
    if (schema) walkSchema(document, schema, [], note("request"));
  }
  for (const [status, response] of Object.entries(operation.responses)) {
    if (!status.startsWith("2")) continue;
    for (const { schema, examples = {} } of Object.values(response.content ?? {})) {
      if (schema) walkSchema(document, schema, [], note("response"));
      for (const example of Object.values(examples)) walkValue(example.value, [], note("response"));
    }
  }
  return [...claims.values()];
}

/** Whether a bundle declares a property for an operation. */
export function declares(bundle: Bundle, operation: Operation, claim: Claim): boolean {
  const bodies =
    claim.side === "request"
      ? [operation.requestBody?.content]
      : Object.entries(operation.responses)
          .filter(([status]) => status.startsWith("2"))
          .map(([, response]) => response.content);
  const schemas = bodies.flatMap((content) =>
    Object.values(content ?? {}).flatMap(({ schema }) => (schema ? [schema] : [])),
  );
  const found = claim.path.reduce((at, step) => {
    const named = schemasAt(bundle, at, step);
    // What their document calls a property may be a key of a map in ours, and what it names is then any key.
    return named.length > 0 ? named : schemasAt(bundle, at, "*");
  }, schemas);
  return found.length > 0;
}

function walkSchema(
  document: Bundle,
  given: Schema,
  path: PropertyPath,
  see: (path: PropertyPath) => void,
): void {
  if (path.length > 12) return;
  const schema = deref(document, given);
  for (const [name, property] of Object.entries((schema.properties ?? {}) as Record<string, Schema>)) {
    see([...path, name]);
    walkSchema(document, property, [...path, name], see);
  }
  if (isSchema(schema.items)) walkSchema(document, schema.items, [...path, "[]"], see);
  if (isSchema(schema.additionalProperties))
    walkSchema(document, schema.additionalProperties, [...path, "*"], see);
  for (const keyword of ["allOf", "oneOf", "anyOf"]) {
    if (Array.isArray(schema[keyword])) {
      for (const member of schema[keyword]) walkSchema(document, member as Schema, path, see);
    }
  }
}

function walkValue(value: unknown, path: PropertyPath, see: (path: PropertyPath) => void): void {
  if (Array.isArray(value)) for (const item of value) walkValue(item, [...path, "[]"], see);
  else if (isSchema(value)) {
    for (const [name, child] of Object.entries(value)) {
      see([...path, name]);
      walkValue(child, [...path, name], see);
    }
  }
}

function isSchema(node: unknown): node is Schema {
  return typeof node === "object" && node !== null && !Array.isArray(node);
}
