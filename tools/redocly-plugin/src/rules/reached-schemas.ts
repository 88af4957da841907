import type { Json, JsonObject } from "../json.ts";
import { isObject } from "../json.ts";
import type { Location, UserContext } from "../visitor.ts";
import { resolveChain } from "./resolution.ts";

/** Where a schema holds schemas of the same value, and of the values inside it. */
const SAME_VALUE = ["oneOf", "anyOf", "if", "then", "else"];
const INSIDE = [
  "properties",
  "patternProperties",
  "items",
  "prefixItems",
  "contains",
  "additionalProperties",
];

/** Every schema that can be reached from some, by whether it describes a value alone or as a part of another. */
export class ReachedSchemas {
  /** Those that describe a value alone. */
  readonly whole = new Map<JsonObject, Location>();
  readonly #parts = new Set<JsonObject>();
  readonly #context: UserContext;

  constructor(context: UserContext) {
    this.#context = context;
  }

  add(schema: Json | undefined, at: Location, part = false): void {
    const chain = resolveChain(schema, at, this.#context);
    for (const [index, { node, location }] of chain.entries()) {
      // What stands beside a `$ref` is the whole, of which the schema referred to is a part.
      const isPart = part || chain.slice(0, index).some((outer) => "unevaluatedProperties" in outer.node);
      if (this.whole.has(node) || (isPart && this.#parts.has(node))) continue;
      if (isPart) this.#parts.add(node);
      else this.whole.set(node, location);
      this.#addChildren(node, location, isPart);
    }
  }

  #addChildren(node: JsonObject, location: Location, part: boolean): void {
    for (const [child, at] of childrenOf(node, ["allOf"], location)) this.add(child, at, true);
    for (const [child, at] of childrenOf(node, SAME_VALUE, location)) this.add(child, at, part);
    for (const [child, at] of childrenOf(node, INSIDE, location)) this.add(child, at);
  }
}

function childrenOf(node: JsonObject, keywords: string[], location: Location): [Json, Location][] {
  return keywords.flatMap((keyword): [Json, Location][] => {
    const value = node[keyword];
    const at = location.child(keyword);
    const holdsMany = Array.isArray(value) || keyword === "properties" || keyword === "patternProperties";
    if (!holdsMany) return isObject(value) ? [[value, at]] : [];
    return Object.entries(value ?? {}).map(([key, child]) => [child, at.child(key)]);
  });
}
