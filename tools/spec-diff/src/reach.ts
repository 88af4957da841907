import type { Json, JsonObject } from "@notional/redocly-plugin";
import { isObject, METHODS } from "@notional/redocly-plugin";
import { keysOf } from "./pointer.ts";

/** Tells which operations and webhooks of a document reach a pointer, by operationId. */
export type Reach = (pointer: string) => string[];

/** Follows every reference of a document once, from its operations on. */
export function reachOf(document: JsonObject): Reach {
  const operations = new Map<string, string[]>();
  const components = new Map<string, string[]>();
  for (const section of ["paths", "webhooks"]) {
    for (const [path, item] of entries(document[section])) {
      for (const [method, operation] of entries(item)) {
        if (!(METHODS as readonly string[]).includes(method) || !isObject(operation)) continue;
        const id = String(operation.operationId);
        operations.set([section, path, method].join("\n"), [id]);
        for (const component of reached(operation, document)) {
          components.set(component, [...(components.get(component) ?? []), id]);
        }
      }
    }
  }
  return (pointer) => {
    const keys = keysOf(pointer).slice(0, 3);
    if (keys[0] === "components") return components.get(keys.join("\n")) ?? [];
    return operations.get(keys.join("\n")) ?? below(operations, keys);
  };
}

/** Of a whole path: each of its operations. */
function below(operations: Map<string, string[]>, keys: string[]): string[] {
  if (keys.length < 2) return [];
  return [...operations].flatMap(([place, ids]) => (place.startsWith(`${keys.join("\n")}\n`) ? ids : []));
}

/** The components that a node refers to, and those that they refer to. */
function reached(node: Json, document: JsonObject): Set<string> {
  const found = new Set<string>();
  const visit = (value: Json | undefined): void => {
    if (typeof value !== "object" || value === null) return;
    if (isObject(value) && typeof value.$ref === "string") {
      const keys = keysOf(value.$ref);
      const name = keys.join("\n");
      if (!found.has(name)) {
        found.add(name);
        const [, section = "", component = ""] = keys;
        visit(((document.components as JsonObject)?.[section] as JsonObject)?.[component]);
      }
    }
    for (const child of Object.values(value)) visit(child);
  };
  visit(node);
  return found;
}

function entries(value: Json | undefined): [string, Json][] {
  return isObject(value) ? Object.entries(value) : [];
}
