import { isObject, type Json, type JsonObject } from "./json.ts";

/**
 * Gives the closed members of a union `never` for what all its open members require: a `PartialPage` has no
 * `properties`. So `page.properties` can be asked for, and `if (page.properties)` tells a full page.
 *
 * Without it a page is to TypeScript also a partial page, so that it drops `Page` from `Page | PartialPage` as
 * soon as two branches of code meet. The price: `"properties" in page` does not narrow.
 *
 * @param schemas the schemas of a document by name; they are changed in place
 */
export function separatePartials(schemas: JsonObject): void {
  for (const union of Object.values(schemas)) {
    if (!isObject(union) || !Array.isArray(union.oneOf)) continue;
    const members = union.oneOf.map((member) => resolve(member, schemas)).filter(isObject);
    const open = members.filter((member) => member.additionalProperties !== false);
    if (open.length === 0) continue;
    const required = shared(open.map((member) => requiredOf(member, schemas)));
    for (const member of members) {
      if (member.additionalProperties !== false) continue;
      const absent = Object.fromEntries([...required].map((name) => [name, false]));
      member.properties = { ...absent, ...Object(member.properties) };
    }
  }
}

/** What every value of a schema has. */
function requiredOf(given: Json, schemas: JsonObject): Set<string> {
  const schema = resolve(given, schemas);
  if (!isObject(schema)) return new Set();
  const { required, allOf, oneOf } = schema;
  const names = Array.isArray(required) ? required.map(String) : [];
  const parts = Array.isArray(allOf) ? allOf.map((part) => requiredOf(part, schemas)) : [];
  if (Array.isArray(oneOf)) parts.push(shared(oneOf.map((member) => requiredOf(member, schemas))));
  return new Set([...names, ...parts.flatMap((part) => [...part])]);
}

/** What is in all of them. */
export function shared([first = new Set(), ...others]: Set<string>[]): Set<string> {
  return new Set([...first].filter((name) => others.every((other) => other.has(name))));
}

/** What a reference leads to. */
export function resolve(schema: Json, schemas: JsonObject): Json | undefined {
  const ref = isObject(schema) ? schema.$ref : undefined;
  return typeof ref === "string" ? schemas[ref.replace("#/components/schemas/", "")] : schema;
}
