import { describe, expect, test } from "vitest";
import { allOf, anyOf, weightOf } from "../../src/store/query/compound.ts";
import type { Condition } from "../../src/store/query/conditions.ts";

const one = { of: "slot", slot: "t0", property: "one" } as const;
const other = { of: "slot", slot: "t1", property: "other" } as const;
const is = (...values: string[]): Condition => ({ field: one, in: values });
const not = (condition: Condition): Condition => ({ not: condition });
const from = (value: number): Condition => ({ field: one, from: { value, inclusive: true } });
const to = (value: number): Condition => ({ field: one, to: { value, inclusive: true } });
const text: Condition = { field: other, contains: "a" };

describe("behaviour", () => {
  test.each<[string, Condition, Condition]>([
    ["one condition is itself", allOf([text]), text],
    ["what is said twice is said once", allOf([text, is("a"), text, is("a")]), { all: [text, is("a")] }],
    [
      "values of one field are one list",
      anyOf([is("a", "b"), text, is("b", "c")]),
      { any: [is("a", "b", "c"), text] },
    ],
    ["but not where all have to hold", allOf([is("a"), is("b")]), { all: [is("a"), is("b")] }],
    ["there it is what they are not", allOf([not(is("a")), not(is("b"))]), not(is("a", "b"))],
    [
      "which is no list of alternatives",
      anyOf([not(is("a")), not(is("b"))]),
      { any: [not(is("a")), not(is("b"))] },
    ],
    ["groups of the same kind are one", anyOf([{ any: [is("a")] }, { any: [is("b")] }]), is("a", "b")],
    ["rows are those of either", anyOf([{ rows: [1, 2] }, { rows: [2, 3] }]), { rows: [1, 2, 3] }],
    ["or those of both", allOf([{ rows: [1, 2] }, { rows: [2, 3] }]), { rows: [2] }],
    [
      "limits of one field are a range",
      allOf([from(3), text, to(5), from(4)]),
      { all: [{ ...from(3), ...to(5) }, text, from(4)] },
    ],
    ["but not as alternatives", anyOf([from(3), to(5)]), { any: [from(3), to(5)] }],
    ["what never holds decides", allOf([text, { always: false }]), { always: false }],
    ["what always holds decides", anyOf([text, { always: true }]), { always: true }],
    ["else it says nothing", allOf([text, { always: true }]), text],
    ["nothing to hold always holds", allOf([]), { all: [] }],
    ["none of nothing holds", anyOf([{ always: false }]), { any: [] }],
  ])("%s", (_what, condition, expected) => {
    expect(condition).toEqual(expected);
  });

  test("each value counts, and each step to other rows", () => {
    const rolledUp: Condition = { relation: "r", dataSource: 1, row: anyOf([is("a", "b"), text]) };
    expect(weightOf({ all: [is("a", "b", "c"), not(text), rolledUp] })).toBe(8);
  });
});
