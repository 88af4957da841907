import { describe, expect, test } from "vitest";
import { parseSignature } from "../../src/functions/signature.ts";
import { functions } from "../../src/functions/table.ts";
import { check, evaluate, format, functionGroups, parse, type Row } from "../../src/index.ts";
import { ROW_ID, rowOf, schema } from "../fixture.ts";

const all = [...functions.values()];

/** The clock of the examples. */
const NOW = 1_693_443_300_000;

describe("shape", () => {
  test("every name is there once, with a sentence and a source", () => {
    const names = Object.values(functionGroups).flatMap((group) =>
      group.map(({ signature }) => parseSignature(signature).name),
    );
    expect(new Set(names).size).toBe(names.length);
    for (const { definition } of all) {
      expect(definition.description).toMatch(/^[A-Z-].*\.$/);
      expect(definition.source).toMatch(/^https:\/\//);
    }
  });

  test("a signature is read in parts", () => {
    expect(parseSignature("sort(list: T[], expression?: T => any, ...more: text | number[]): T[]")).toEqual({
      name: "sort",
      parameters: [
        {
          name: "list",
          type: { kind: "list", of: { kind: "variable", name: "T" } },
          optional: false,
          rest: false,
          asText: false,
          evaluated: "before",
        },
        {
          name: "expression",
          type: { kind: "any" },
          optional: true,
          rest: false,
          asText: false,
          evaluated: { each: { kind: "variable", name: "T" } },
        },
        {
          name: "more",
          type: {
            kind: "either",
            patterns: [
              { kind: "scalar", name: "text" },
              { kind: "list", of: { kind: "scalar", name: "number" } },
            ],
          },
          optional: false,
          rest: true,
          asText: true,
          evaluated: "before",
        },
      ],
      result: { kind: "list", of: { kind: "variable", name: "T" } },
    });
  });
});

describe("validation", () => {
  test.each(["name", "name(a): text", "name(a: string): text", "name(): nothing"])(
    "%s is no signature",
    (text) => {
      expect(() => parseSignature(text)).toThrow(/is no (signature|parameter|type)/);
    },
  );
});

describe("behaviour", () => {
  const examples = all.flatMap(({ definition }) => definition.examples);

  test.each(examples)("%s is %s", (formula, result) => {
    const row = rowOf(ROW_ID, "UTC") as Row;
    expect(format(evaluate(check(parse(formula), schema), row, { now: NOW }), "UTC")).toBe(result);
  });

  test("every function has an example, but those that need people", () => {
    const without = all.filter(({ definition }) => definition.examples.length === 0);
    expect(without.map(({ signature }) => signature.name)).toEqual(["name", "email"]);
  });
});
