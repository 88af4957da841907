import { describe, expect, test } from "vitest";
import {
  check,
  evaluate,
  FormulaError,
  parse,
  print,
  readProperty,
  readSchema,
  writeFormulaValue,
} from "../src/index.ts";
import { NIL } from "./fixture.ts";
import { type Evaluated, hasRecordings, readRecordings, recordingsFile } from "./recorded.ts";

const { rewritten, evaluated } = hasRecordings ? readRecordings() : { rewritten: [], evaluated: [] };

/** What we say of a formula in a page, at a time. */
function evaluateRecorded({ expression, page, dataSource, now }: Evaluated) {
  const schema = readSchema(dataSource);
  const related = (id: string) => ({ kind: "page" as const, id, title: "", get: () => null });
  const properties = new Map(
    Object.values(page.properties).map((value) => [decodeURIComponent(String(value.id)), value]),
  );
  const row = {
    kind: "page" as const,
    id: page.id,
    title: "",
    get: (id: string) => readProperty(properties.get(id) ?? { type: "none" }, { page: related }),
  };
  try {
    const formula = check(parse(expression), schema);
    if (formula.volatile && now === null) return "depends on the time";
    return writeFormulaValue(evaluate(formula, row, { now: now ?? 0 }), formula.type);
  } catch (error) {
    if (error instanceof FormulaError) return { type: "string", string: null };
    throw error;
  }
}

describe.skipIf(!hasRecordings)(
  `recorded formulas (${hasRecordings ? "" : "skipped: no "}${recordingsFile})`,
  () => {
    test("there are some", () => {
      expect(rewritten.length).toBeGreaterThan(5);
      expect(evaluated.length).toBeGreaterThan(50);
    });

    test("are shown as we print them", () => {
      for (const { id, written, shown, dataSource } of rewritten) {
        const space = /:([^:]+)\}\}/.exec(shown)?.[1] ?? NIL;
        const { expression } = check(parse(written), readSchema(dataSource));
        expect(print(expression, { space }), id).toBe(shown);
        expect(print(parse(shown)), id).toBe(shown);
      }
    });

    test("have the values that we find", () => {
      const compared = evaluated
        .map((one) => ({ ...one, ours: evaluateRecorded(one) }))
        .filter(({ ours }) => ours !== "depends on the time");
      for (const { id, page, property, value, ours } of compared) {
        expect({ id, page: page.id, property, value: ours }).toEqual({ id, page: page.id, property, value });
      }
      expect(compared.length).toBeGreaterThan(50);
    });
  },
);
