import type { Pattern } from "../functions/signature.ts";
import type { Type } from "../types/type.ts";
import { branch, EMPTY, listOf, members, oneOf, present } from "../types/type.ts";

/** What the capital letters of a signature stand for in one call. */
export type Bindings = Map<string, Type>;

/** What becomes text where text is asked for. */
const FORMATTED = ["text", "number", "boolean", "date"];

/**
 * Whether an argument of this type fits, noting what the letters of the pattern stand for.
 *
 * `empty()` does not fit where a certain type is asked for, and neither does a list with one in it: Notion refuses
 * `sum([1, empty()])`. A value that may be empty fits, because most may.
 */
export function fits(pattern: Pattern, type: Type, bindings: Bindings): boolean {
  switch (pattern.kind) {
    case "any":
      return true;
    case "variable": {
      const bound = bindings.get(pattern.name);
      bindings.set(pattern.name, bound ? branch([bound, type]) : type);
      return true;
    }
    case "scalar": {
      const kinds = pattern.name === "text" ? FORMATTED : [pattern.name];
      return members(present(type)).every(({ kind }) => kinds.includes(kind));
    }
    case "list":
      return members(present(type)).every(
        (member) => member.kind === "list" && itemsFit(pattern, member.of, bindings),
      );
    case "either":
      return members(present(type)).every((member) =>
        pattern.patterns.some((alternative) => fits(alternative, member, bindings)),
      );
  }
}

function itemsFit(pattern: Pattern & { kind: "list" }, item: Type, bindings: Bindings): boolean {
  if (pattern.of.kind === "scalar" && members(item).some(({ kind }) => kind === "empty")) return false;
  return fits(pattern.of, item, bindings);
}

/** The type that a pattern describes once its letters are known. */
export function fill(pattern: Pattern, bindings: Bindings): Type {
  switch (pattern.kind) {
    case "any":
      return EMPTY;
    case "variable":
      return bindings.get(pattern.name) ?? EMPTY;
    case "scalar":
      return pattern.name === "page" ? { kind: "page", dataSource: null, via: [] } : { kind: pattern.name };
    case "list":
      return listOf(fill(pattern.of, bindings));
    case "either":
      return oneOf(pattern.patterns.map((one) => fill(one, bindings)));
  }
}

/** A pattern in words, for messages. */
export function describePattern(pattern: Pattern): string {
  switch (pattern.kind) {
    case "any":
    case "variable":
      return "anything";
    case "scalar":
      return pattern.name;
    case "list":
      return pattern.of.kind === "scalar" ? `a list of ${pattern.of.name}` : "a list";
    case "either":
      return pattern.patterns.map(describePattern).join(" or ");
  }
}
