import { isDeepStrictEqual } from "node:util";
import type { Json, JsonObject } from "../json.ts";
import { isObject, isReference, objects } from "../json.ts";
import type { Context } from "./context.ts";
import { ProjectionError } from "./context.ts";

/** Keywords that say something about a schema without asking anything of a value. */
const ANNOTATIONS = new Set([
  "title",
  "description",
  "deprecated",
  "default",
  "example",
  "examples",
  "externalDocs",
  "readOnly",
  "writeOnly",
]);

/** Prunes the discriminator, and turns a union that shrank to one member into that member. */
export function finishUnions(
  copy: JsonObject,
  node: JsonObject,
  pointer: string,
  context: Context,
): JsonObject {
  pruneMapping(copy, node, context);
  let schema = copy;
  for (const keyword of ["oneOf", "anyOf"]) {
    const before = node[keyword];
    if (!Array.isArray(before) || before.length === 0) continue;
    const members = copy[keyword];
    if (!Array.isArray(members)) {
      throw new ProjectionError(
        `no member of this ${keyword} exists in ${context.version}; annotate what refers to the union too`,
        pointer,
        node,
      );
    }
    const [only] = members;
    if (before.length > 1 && members.length === 1 && isObject(only)) schema = collapse(schema, keyword, only);
  }
  if (schema !== copy) context.origins.set(schema, node);
  reachMapping(schema, context);
  return schema;
}

/** The member takes the place of the union's keyword; what the union says of itself wins. */
function collapse(union: JsonObject, keyword: string, member: JsonObject): JsonObject {
  const { [keyword]: _, discriminator: __, ...rest } = union;
  const clash = Object.keys(rest).some(
    (key) => key in member && !ANNOTATIONS.has(key) && !isDeepStrictEqual(rest[key], member[key]),
  );
  const place: JsonObject = clash ? { allOf: [member] } : member;
  const entries = Object.entries(union).flatMap(([key, value]): [string, Json][] => {
    if (key === keyword) return Object.entries(place).filter(([name]) => !(name in rest));
    return key === "discriminator" ? [] : [[key, value]];
  });
  return Object.fromEntries(entries);
}

/** The mapping loses the tags of members that went, so that it keeps nothing alive. */
function pruneMapping(copy: JsonObject, node: JsonObject, context: Context): void {
  const { discriminator } = node;
  if (!isObject(discriminator) || !isObject(discriminator.mapping)) return;
  const before = targets(node);
  const after = targets(copy);
  const mapping = Object.entries(discriminator.mapping).filter(([, target]) => {
    const ref = toRef(target);
    return !before.has(ref) || after.has(ref);
  });
  const pruned: JsonObject = { ...discriminator, mapping: Object.fromEntries(mapping) };
  context.origins.set(pruned, discriminator);
  copy.discriminator = pruned;
}

function reachMapping(schema: JsonObject, context: Context): void {
  const { discriminator } = schema;
  if (!isObject(discriminator) || !isObject(discriminator.mapping)) return;
  for (const target of Object.values(discriminator.mapping)) context.reach(toRef(target));
}

function targets(union: JsonObject): Set<string> {
  const members = [...objects(union.oneOf), ...objects(union.anyOf)];
  return new Set(members.filter(isReference).map((member) => member.$ref));
}

/** A mapping may name a schema by its bare name too. */
function toRef(target: Json): string {
  const text = String(target);
  return text.includes("/") ? text : `#/components/schemas/${text}`;
}
