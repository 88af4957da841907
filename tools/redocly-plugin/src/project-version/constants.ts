import type { Json, JsonObject } from "../json.ts";
import { isObject } from "../json.ts";

/**
 * In the tree a tag is `type: { const: page }`, which says all to whoever knows JSON Schema. For generators that
 * look at `type` alone, and for readers of a table of fields, a version also says the type and, of a property,
 * the value in words.
 */
export function spellOutConstants(copy: JsonObject): void {
  if ("const" in copy && !("type" in copy)) {
    const type = typeOf(copy.const);
    if (type) putFirst(copy, "type", type);
  }
  if (!isObject(copy.properties)) return;
  for (const property of Object.values(copy.properties)) {
    if (!isObject(property) || !("const" in property) || "description" in property) continue;
    putFirst(property, "description", `Always \`${property.const}\`.`);
  }
}

function typeOf(value: Json | undefined): string | undefined {
  if (value === null) return "null";
  if (Number.isInteger(value)) return "integer";
  return ["string", "number", "boolean"].find((type) => typeof value === type);
}

function putFirst(copy: JsonObject, key: string, value: string): void {
  const rest = { ...copy };
  for (const name of Object.keys(copy)) delete copy[name];
  Object.assign(copy, { [key]: value }, rest);
}
