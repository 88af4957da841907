import type { Json } from "../json.ts";
import { isObject } from "../json.ts";

export const ADDED_IN = "x-notion-added-in";
export const REMOVED_IN = "x-notion-removed-in";

export function isAnnotation(key: string): boolean {
  return key === ADDED_IN || key === REMOVED_IN;
}

/** Whether the annotations on a node let it into a version. ISO dates sort as strings do. */
export function existsIn(version: string, node: Json | undefined): boolean {
  if (!isObject(node)) return true;
  const added = node[ADDED_IN];
  const removed = node[REMOVED_IN];
  if (typeof added === "string" && version < added) return false;
  return !(typeof removed === "string" && version >= removed);
}
