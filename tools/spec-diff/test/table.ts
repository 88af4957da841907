import type { JsonObject } from "@notional/redocly-plugin";
import type { Step } from "../src/change.ts";

/** A schema before and after, and what that asks for where it is sent, where it is received, and where it is both. */
export type Row = [what: string, before: JsonObject, after: JsonObject, request: Step, response: Step];

const text = { type: "string" };
const object = (properties: JsonObject, required: string[] = [], more: JsonObject = {}): JsonObject => ({
  type: "object",
  properties,
  required,
  ...more,
});
const list = (items: JsonObject, more: JsonObject = {}): JsonObject => ({ type: "array", items, ...more });
const choice = (...values: string[]): JsonObject => ({ type: "string", enum: values });
const tagged = (type: string): JsonObject => object({ type: { type: "string", const: type } }, ["type"]);

export const table: Row[] = [
  ["a property becomes required", object({ a: text }), object({ a: text }, ["a"]), "major", "minor"],
  ["a property is no longer required", object({ a: text }, ["a"]), object({ a: text }), "minor", "major"],
  ["an optional property is added", object({ a: text }), object({ a: text, b: text }), "minor", "minor"],
  [
    "a required property is added",
    object({ a: text }),
    object({ a: text, b: text }, ["b"]),
    "major",
    "minor",
  ],
  ["a property is removed", object({ a: text, b: text }), object({ a: text }), "major", "major"],
  ["a constant is added", choice("a"), choice("a", "b"), "minor", "major"],
  ["a constant is removed", choice("a", "b"), choice("a"), "major", "minor"],
  [
    "a constant becomes another",
    { type: "string", const: "a" },
    { type: "string", const: "b" },
    "major",
    "major",
  ],
  ["a constant becomes a choice", { type: "string", const: "a" }, choice("a", "b"), "minor", "major"],
  ["a type takes null", text, { type: ["string", "null"] }, "minor", "major"],
  ["a type no longer takes null", { type: ["string", "null"] }, text, "major", "minor"],
  ["an integer becomes a number", { type: "integer" }, { type: "number" }, "minor", "major"],
  ["a number becomes an integer", { type: "number" }, { type: "integer" }, "major", "minor"],
  ["a type becomes another", text, { type: "boolean" }, "major", "major"],
  [
    "a member is added",
    { oneOf: [tagged("a"), tagged("b")] },
    { oneOf: [tagged("a"), tagged("b"), tagged("c")] },
    "minor",
    "major",
  ],
  [
    "a member is removed",
    { oneOf: [tagged("a"), tagged("b"), tagged("c")] },
    { oneOf: [tagged("a"), tagged("b")] },
    "major",
    "minor",
  ],
  [
    "a member of an anyOf is removed",
    { anyOf: [tagged("a"), tagged("b"), tagged("c")] },
    { anyOf: [tagged("a"), tagged("b")] },
    "major",
    "minor",
  ],
  ["a length is limited", text, { ...text, maxLength: 5 }, "major", "minor"],
  ["a length is no longer limited", { ...text, maxLength: 5 }, text, "minor", "major"],
  ["a length is limited less", { ...text, maxLength: 5 }, { ...text, maxLength: 9 }, "minor", "major"],
  ["a least length is raised", { ...text, minLength: 1 }, { ...text, minLength: 2 }, "major", "minor"],
  ["fewer items are allowed", list(text, { maxItems: 9 }), list(text, { maxItems: 5 }), "major", "minor"],
  ["a pattern is added", text, { ...text, pattern: "^a" }, "major", "minor"],
  ["a format is added", text, { ...text, format: "uuid" }, "major", "minor"],
  ["an object is closed", object({}), object({}, [], { additionalProperties: false }), "major", "minor"],
  ["a composition is opened", object({}, [], { unevaluatedProperties: false }), object({}), "minor", "major"],
  [
    "a part of an allOf requires more",
    { allOf: [object({ a: text }), object({ b: text })] },
    { allOf: [object({ a: text }), object({ b: text }, ["b"])] },
    "major",
    "minor",
  ],
  ["an item requires more", list(object({ a: text })), list(object({ a: text }, ["a"])), "major", "minor"],
  [
    "values of a map are narrowed",
    object({}, [], { additionalProperties: text }),
    object({}, [], { additionalProperties: { ...text, maxLength: 5 } }),
    "major",
    "minor",
  ],
  [
    "a description changes",
    { ...text, description: "One." },
    { ...text, description: "Two." },
    "patch",
    "patch",
  ],
  ["an example changes", { ...text, examples: ["a"] }, { ...text, examples: ["b"] }, "patch", "patch"],
  ["a property is deprecated", text, { ...text, deprecated: true }, "minor", "minor"],
  ["a refusal is worded", text, { ...text, "x-notion-expected": "an id" }, "patch", "patch"],
  [
    "a property of the name of a keyword is removed",
    object({ description: text, examples: text }),
    object({ examples: text }),
    "major",
    "major",
  ],
];
