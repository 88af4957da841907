import type { Json } from "@notional/redocly-plugin";

/** The keys of a JSON pointer, `#/paths/~1v1~1users/get`. */
export function keysOf(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** What stands at the end of some keys, if anything does. */
export function at(document: Json, keys: readonly string[]): Json | undefined {
  return keys.reduce<Json | undefined>((node, key) => {
    if (typeof node !== "object" || node === null) return undefined;
    return Array.isArray(node) ? node[Number(key)] : node[key];
  }, document);
}
