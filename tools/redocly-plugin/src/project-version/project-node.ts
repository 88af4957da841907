import type { Json, JsonObject } from "../json.ts";
import { isObject, isReference } from "../json.ts";
import { isAnnotation } from "./annotations.ts";
import type { Context } from "./context.ts";
import { finishExamples } from "./examples.ts";
import { narrowNotionVersion } from "./notion-version.ts";
import { escapePointer } from "./references.ts";
import { finishSchema } from "./schema.ts";
import type { Child, Kind } from "./shapes.ts";
import { METHODS, SHAPES } from "./shapes.ts";

type Finish = (copy: JsonObject, node: JsonObject, pointer: string, context: Context) => Json | undefined;

/** What a node needs once its children are cut. `undefined` says that nothing is left of it. */
const FINISH: Partial<Record<Kind, Finish>> = {
  pathItem: (copy, node) => (hasOperation(node) && !hasOperation(copy) ? undefined : copy),
  requestBody: (copy, node) => (node.content && !copy.content ? undefined : copy),
  parameter: (copy, node, _, context) => narrowNotionVersion(finishExamples(copy, node, context), context),
  header: (copy, node, _, context) => finishExamples(copy, node, context),
  mediaType: (copy, node, _, context) => finishExamples(copy, node, context),
  schema: finishSchema,
};

/** A copy of a node without what the version lacks; `undefined` when the whole node goes. */
export function projectNode(node: Json, kind: Kind, pointer: string, context: Context): Json | undefined {
  if (!isObject(node)) return node;
  if (isReference(node)) context.reach(node.$ref);
  const copy: JsonObject = {};
  context.origins.set(copy, node);
  for (const [key, value] of Object.entries(node)) {
    if (isAnnotation(key)) continue;
    const child = SHAPES[kind][key];
    const projected = child ? projectChild(value, child, `${pointer}/${escapePointer(key)}`, context) : value;
    if (projected !== undefined) copy[key] = projected;
  }
  const finish = FINISH[kind];
  return finish ? finish(copy, node, pointer, context) : copy;
}

/** A list or map that loses its last entry goes with it. */
function projectChild(value: Json, child: Child, pointer: string, context: Context): Json | undefined {
  if (child.holds === "list" && Array.isArray(value)) {
    const items = value.flatMap((item, index) => {
      const projected = projectEntry(item, child.kind, `${pointer}/${index}`, context);
      return projected === undefined ? [] : [projected];
    });
    return items.length === 0 && value.length > 0 ? undefined : items;
  }
  if (child.holds === "map" && isObject(value)) {
    const copy: JsonObject = {};
    context.origins.set(copy, value);
    for (const [key, entry] of Object.entries(value)) {
      const projected = projectEntry(entry, child.kind, `${pointer}/${escapePointer(key)}`, context);
      if (projected !== undefined) copy[key] = projected;
    }
    return Object.keys(copy).length === 0 && Object.keys(value).length > 0 ? undefined : copy;
  }
  return projectEntry(value, child.kind, pointer, context);
}

function projectEntry(node: Json, kind: Kind, pointer: string, context: Context): Json | undefined {
  return context.admits(node, kind) ? projectNode(node, kind, pointer, context) : undefined;
}

function hasOperation(pathItem: JsonObject): boolean {
  return METHODS.some((method) => method in pathItem);
}
