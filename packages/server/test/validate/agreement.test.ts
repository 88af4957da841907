import { describe, expect, test } from "vitest";
import type { Line } from "../../src/validate/explain/line.ts";
import { explainValue } from "../../src/validate/explain/value.ts";
import { requestsOf } from "../../src/validate/requests.ts";
import { bodyExamples, bundleOf } from "./bundles.ts";
import { mutants } from "./mutants.ts";

/** Whether the value has what a line points into, up to its last key, which may be the one that is missing. */
function isIn(value: unknown, { path: [, ...keys] }: Line): boolean {
  return keys.every((key, index) => {
    if (index === keys.length - 1) return value !== undefined && value !== null;
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return false;
    value = Reflect.get(value, key);
    return true;
  });
}

describe("behaviour", () => {
  test.each(bodyExamples())(
    "$version $operationId $name: mutants are refused with reasons",
    async (example) => {
      const { version, operationId, body } = example;
      const operation = (await requestsOf(version))[operationId];
      const place = { path: ["body"], optional: false, schemas: bundleOf(version).components.schemas };
      const wrong: unknown[] = [];
      for (const mutant of mutants(body)) {
        const accepted = operation?.body?.(mutant) === true;
        const lines = explainValue(operation?.schemas.body ?? true, mutant, place);
        const agrees = accepted === (lines.length === 0) && lines.every((line) => isIn(mutant, line));
        if (!agrees) wrong.push({ mutant, accepted, lines });
      }
      expect(wrong).toEqual([]);
    },
  );
});
