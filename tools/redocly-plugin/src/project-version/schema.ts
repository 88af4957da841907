import type { Json, JsonObject } from "../json.ts";
import { isObject, objects, strings } from "../json.ts";
import { spellOutConstants } from "./constants.ts";
import type { Context } from "./context.ts";
import { cutValue } from "./example-values.ts";
import { chain } from "./references.ts";
import { finishUnions } from "./unions.ts";

/** Makes a schema whole again after its children were cut. */
export function finishSchema(
  copy: JsonObject,
  node: JsonObject,
  pointer: string,
  context: Context,
): JsonObject {
  repairRequired(copy, node, context);
  spellOutConstants(copy);
  if ("example" in node) copy.example = cutValue(node.example ?? null, [node], context);
  if (Array.isArray(node.examples)) {
    copy.examples = node.examples.map((value) => cutValue(value, [node], context));
  }
  return finishUnions(copy, node, pointer, context);
}

/** `required` and `dependentRequired` must not name a property that the version lacks. */
function repairRequired(copy: JsonObject, node: JsonObject, context: Context): void {
  const stays = (name: string) =>
    !declares(context.document, node, name, () => true) ||
    declares(context.document, node, name, context.exists);

  if (Array.isArray(node.required)) {
    const required = strings(node.required).filter(stays);
    if (required.length > 0) copy.required = required;
    else delete copy.required;
  }
  if (isObject(node.dependentRequired)) {
    const entries = Object.entries(node.dependentRequired)
      .filter(([name]) => stays(name))
      .map(([name, needs]): [string, string[]] => [name, strings(needs).filter(stays)])
      .filter(([, needs]) => needs.length > 0);
    if (entries.length > 0) copy.dependentRequired = Object.fromEntries(entries);
    else delete copy.dependentRequired;
  }
}

/** Whether a schema has a property: its own, that of what it refers to, or that of what it is all of. */
function declares(
  document: JsonObject,
  schema: JsonObject,
  name: string,
  exists: (node: Json) => boolean,
  seen = new Set<JsonObject>(),
): boolean {
  return chain(document, schema).some((node) => {
    if (seen.has(node)) return false;
    seen.add(node);
    const property = isObject(node.properties) ? node.properties[name] : undefined;
    if (property !== undefined && exists(property)) return true;
    return objects(node.allOf).some((part) => exists(part) && declares(document, part, name, exists, seen));
  });
}
