import type { Json, JsonObject } from "../json.ts";
import { isObject, isReference } from "../json.ts";

/** The component an internal reference leads into, `#/components/schemas/Page/properties/id` included. */
export interface ComponentName {
  section: string;
  name: string;
}

export function componentOf(ref: string): ComponentName | undefined {
  const [hash, components, section, name] = ref.split("/");
  if (hash !== "#" || components !== "components" || !section || !name) return undefined;
  return { section, name: unescapePointer(name) };
}

export function resolve(document: JsonObject, ref: string): Json | undefined {
  if (!ref.startsWith("#/")) return undefined;
  let node: Json | undefined = document;
  for (const segment of ref.slice(2).split("/").map(unescapePointer)) {
    if (Array.isArray(node)) node = node[Number(segment)];
    else if (isObject(node)) node = node[segment];
    else return undefined;
  }
  return node;
}

/** A reference and what it leads to, and so on: the nodes that together say what stands here. */
export function chain(document: JsonObject, node: Json | undefined): JsonObject[] {
  const nodes: JsonObject[] = [];
  let next = node;
  while (isObject(next) && !nodes.includes(next)) {
    nodes.push(next);
    next = isReference(next) ? resolve(document, next.$ref) : undefined;
  }
  return nodes;
}

export function escapePointer(segment: string): string {
  return segment.replaceAll("~", "~0").replaceAll("/", "~1");
}

function unescapePointer(segment: string): string {
  return decodeURIComponent(segment).replaceAll("~1", "/").replaceAll("~0", "~");
}
