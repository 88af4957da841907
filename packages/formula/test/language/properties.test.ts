import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Row, Type, Value } from "../../src/index.ts";
import {
  check,
  compare,
  equals,
  evaluate,
  FormulaError,
  parse,
  print,
  writeFormulaValue,
} from "../../src/index.ts";
import { kindOf } from "../../src/values/compare.ts";
import { NOW, ROW_ID, rowOf, schema } from "../fixture.ts";
import { bare, expression, sensible } from "./arbitrary.ts";

/** Seeds are fixed, so that a run says the same everywhere; a failure shows the smallest formula that has it. */
const options = (numRuns: number) => ({ seed: 7, numRuns });

describe("shape", () => {
  test("what is printed is read as the same tree", () => {
    fc.assert(
      fc.property(expression, (tree) => {
        expect(bare(parse(print(tree)))).toEqual(bare(tree));
      }),
      options(2000),
    );
  });

  test("and printed the same again, names or ids", () => {
    fc.assert(
      fc.property(expression, fc.constantFrom("names" as const, "ids" as const), (tree, references) => {
        const printed = print(tree, { references });
        expect(print(parse(printed), { references })).toBe(printed);
      }),
      options(1000),
    );
  });
});

describe("validation", () => {
  const pieces = fc.constantFrom(
    "1",
    '"a"',
    "(",
    ")",
    "[",
    "]",
    ",",
    ".",
    "?",
    ":",
    "+",
    "-",
    "not",
    "or",
    "a",
    "prop",
    "/*",
    "*/",
    "{{",
    '"',
    " ",
  );

  test("any text is a formula or refused with a place in it", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "grapheme" }),
          fc.array(pieces).map((all) => all.join("")),
        ),
        (source) => {
          try {
            parse(source);
          } catch (error) {
            expect(error).toBeInstanceOf(FormulaError);
            const { start, end } = error as FormulaError;
            expect(start >= 0 && start <= end && end <= source.length).toBe(true);
          }
        },
      ),
      options(2000),
    );
  });

  test("any tree has a type or is refused", () => {
    fc.assert(
      fc.property(expression, (tree) => {
        try {
          check(tree, schema);
        } catch (error) {
          expect(error).toBeInstanceOf(FormulaError);
        }
      }),
      options(1000),
    );
  });
});

/** Whether a value is one that the type allows. Any may be empty. */
function conforms(value: Value, type: Type): boolean {
  if (value === null) return true;
  if (type.kind === "either") return type.types.some((one) => conforms(value, one));
  if (type.kind === "list") return Array.isArray(value) && value.every((item) => conforms(item, type.of));
  return kindOf(value) === type.kind;
}

describe("behaviour", () => {
  test("a formula that has a type has a value of that type in every zone, and nothing is thrown", () => {
    let evaluated = 0;
    const row = rowOf(ROW_ID, "UTC") as Row;
    fc.assert(
      fc.property(
        sensible,
        fc.constantFrom("UTC", "America/New_York", "Asia/Kolkata"),
        (source, timeZone) => {
          const tree = parse(source);
          let formula: ReturnType<typeof check>;
          try {
            formula = check(tree, schema);
          } catch (error) {
            expect(error).toBeInstanceOf(FormulaError);
            return;
          }
          evaluated += 1;
          const limits = { steps: 20_000, textLength: 20_000 };
          const value = evaluate(formula, row, { now: NOW, timeZone, limits });
          expect(conforms(value, formula.type), `${source} is ${JSON.stringify(value)}`).toBe(true);
          const { type, ...rest } = writeFormulaValue(value, formula.type, timeZone);
          expect(Object.keys(rest)).toEqual([type]);
          // Bound or not, named or by ids, it stays the same formula.
          const again = check(parse(print(formula.expression)), schema);
          expect(equals(evaluate(again, row, { now: NOW, timeZone, limits }), value)).toBe(true);
        },
      ),
      options(3000),
    );
    expect(evaluated).toBeGreaterThan(500);
  });

  const value: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 2 },
      fc.constant(null),
      fc.boolean(),
      fc.integer({ min: -2, max: 2 }),
      fc.constantFrom("", "a", "b", "A", "é"),
      fc.record({
        kind: fc.constant("date" as const),
        start: fc.constantFrom(0, 1),
        end: fc.constantFrom(null, 1, 2),
        time: fc.boolean(),
        zone: fc.constantFrom(null, "UTC+1"),
      }),
      fc.record({
        kind: fc.constant("person" as const),
        id: fc.constantFrom("a", "b"),
        name: fc.constant(null),
        email: fc.constant(null),
      }),
      fc.array(tie("value"), { maxLength: 2 }),
    ) as fc.Arbitrary<Value>,
  })).value;

  test("values have a total order, and == agrees with it", () => {
    fc.assert(
      fc.property(value, value, value, (a, b, c) => {
        expect(compare(a, a)).toBe(0);
        expect(Math.sign(compare(a, b)) + Math.sign(compare(b, a))).toBe(0);
        if (compare(a, b) <= 0 && compare(b, c) <= 0) expect(compare(a, c)).toBeLessThanOrEqual(0);
        expect(equals(a, b)).toBe(compare(a, b) === 0);
      }),
      options(5000),
    );
  });
});
