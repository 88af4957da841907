import type { OpenAPI3 } from "openapi-typescript";

type Json = Record<string, unknown>;

/**
 * The JSON Schema of a seed, for editors: the schema of the control document with all that it refers to.
 *
 * @param document of the control API
 */
export function seedSchema(document: OpenAPI3): Json {
  const schemas = (document.components?.schemas ?? {}) as Json;
  const reached = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (key !== "$ref") visit(inner);
      else if (!reached.has(nameOf(inner as string))) {
        reached.add(nameOf(inner as string));
        visit(schemas[nameOf(inner as string)]);
      }
    }
  };
  visit(schemas.Seed);
  const definitions = Object.fromEntries([...reached].sort().map((name) => [name, relocated(schemas[name])]));
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "A seed of the local Notion server",
    ...(relocated(schemas.Seed) as Json),
    $defs: definitions,
  };
}

const nameOf = (reference: string): string => reference.slice("#/components/schemas/".length);

function relocated(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(relocated);
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === "$ref" ? `#/$defs/${nameOf(inner as string)}` : relocated(inner),
    ]),
  );
}
