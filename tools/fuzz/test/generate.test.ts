import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { valuesOf } from "../src/generate.ts";
import { mutantsOf } from "../src/mutate.ts";
import type { Json, Schema } from "../src/schema.ts";

const text: Schema = { type: "string" };
const named: Record<string, Schema> = {
  "#/Tree": {
    type: "object",
    required: ["below"],
    properties: { below: { oneOf: [{ type: "null" }, { $ref: "#/Tree" }] } },
  },
};
const sample = (schema: Schema): Json[] =>
  fc.sample(
    valuesOf(schema, (ref) => named[ref] ?? {}),
    { numRuns: 60, seed: 1 },
  );
const distinct = (values: Json[]): string[] =>
  [...new Set(values.map((value) => JSON.stringify(value)))].sort();

describe("values", () => {
  test("are of every member of a union, and have optional keys or not", () => {
    const schema: Schema = {
      oneOf: [
        { type: "object", required: ["a"], properties: { a: { const: 1 }, b: { const: 2 } } },
        { type: "null" },
      ],
    };
    expect(distinct(sample(schema))).toEqual(["null", '{"a":1,"b":2}', '{"a":1}']);
  });

  test("fit all parts of a composition", () => {
    const part = (key: string): Schema => ({ properties: { [key]: { type: "boolean" } }, required: [key] });
    for (const value of sample({ type: "object", allOf: [part("a"), part("b")] })) {
      expect(Object.keys(value as object).sort()).toEqual(["a", "b"]);
    }
  });

  test("reach both ends of a length, and never pass them", () => {
    const lengths = sample({ ...text, minLength: 2, maxLength: 5 }).map((value) => [...String(value)].length);
    expect([Math.min(...lengths), Math.max(...lengths)]).toEqual([2, 5]);
  });

  test("lie between exclusive limits, where no integer is", () => {
    for (const value of sample({ type: "number", exclusiveMinimum: 0, exclusiveMaximum: 1 })) {
      expect(Number(value) > 0 && Number(value) < 1).toBe(true);
    }
  });

  test("keep to what excludes each other, and to what a key needs", () => {
    const schema: Schema = {
      type: "object",
      properties: { a: { const: 1 }, b: { const: 1 }, c: { const: 1 } },
      not: { required: ["a", "b"] },
      dependentRequired: { c: ["b"] },
    };
    expect(distinct(sample(schema))).toEqual(['{"a":1}', '{"b":1,"c":1}', '{"b":1}', "{}"]);
  });

  test("end, whatever refers to itself", () => {
    expect(JSON.stringify(sample({ $ref: "#/Tree" })).length).toBeLessThan(20_000);
  });

  test("are the same for a seed", () => {
    expect(sample({ type: "array", items: text })).toEqual(sample({ type: "array", items: text }));
  });

  test("cannot be made of what nothing fits", () => {
    expect(() => sample({ type: "object", required: ["a"], not: { required: ["a"] } })).toThrow(
      "Nothing fits",
    );
  });
});

test("a mutant has one thing changed, and the value stays as it was", () => {
  const value = { a: { b: ["c"] } };
  const mutants = distinct(fc.sample(mutantsOf(value), { numRuns: 400, seed: 1 }));
  expect(mutants).toContain('{"a":{"b":["c"],"unheard_of":true}}');
  expect(mutants).toContain('{"a":{}}');
  expect(mutants).toContain('{"a":{"b":[null]}}');
  expect(mutants).toContain("null");
  expect(value).toEqual({ a: { b: ["c"] } });
});
