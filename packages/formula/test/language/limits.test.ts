import { describe, expect, test } from "vitest";
import { check, evaluate, type Limits, parse, type Row } from "../../src/index.ts";
import { NOW, ROW_ID, rowOf, schema } from "../fixture.ts";

/** The value of a formula, or why it has none. */
function outcome(source: string, limits: Partial<Limits> = {}): unknown {
  let failure: string | undefined;
  const row = rowOf(ROW_ID, "UTC") as Row;
  const onFailure = (reason: string) => {
    failure = reason;
  };
  const value = evaluate(check(parse(source), schema), row, { now: NOW, limits, onFailure });
  return failure ?? value;
}

const TEN = "[0,1,2,3,4,5,6,7,8,9]";

describe("shape", () => {
  test("a formula that fails has no value, and the reason is told", () => {
    expect(outcome('test("a", "[")')).toBe('"[": error parsing regexp: missing closing ]: `[`');
    expect(outcome('dateAdd(now(), 1, "moons")')).toBe('"moons" is no unit of time.');
    expect(outcome('formatDate(now(), "Y", "Mars")')).toBe('"Mars" is no time zone.');
    expect(outcome('formatNumber(1, "bananas")')).toBe('"bananas" is no format of numbers.');
    expect(outcome("if(false, [], empty()).map(current)")).toBe("There is no list to go through.");
    expect(outcome("1 / 0")).toBe(null);
  });
});

describe("validation", () => {
  test.each<[what: string, source: string, limits: Partial<Limits>, reason: string]>([
    ["steps", "1 + 1", { steps: 2 }, "The formula takes more than 2 steps."],
    ["text", 'repeat("abc", 10)', { textLength: 20 }, "A text is longer than 20 characters."],
    [
      "text by +",
      'repeat("abc", 5) + "abcdefgh"',
      { textLength: 20 },
      "A text is longer than 20 characters.",
    ],
    [
      "text by join",
      '["abcdefghijk", "abcdefghijk"].join("")',
      { textLength: 20 },
      "A text is longer than 20 characters.",
    ],
    ["text by padding", 'padStart("a", 1e9)', {}, "A text is longer than 1000000 characters."],
    [
      "text by replacing",
      'replaceAll(repeat("a", 10), "a", "bbb")',
      { textLength: 20 },
      "A text is longer than 20 characters.",
    ],
    ["list by split", 'split(repeat("a,", 30), ",")', { listLength: 20 }, "A list has more than 20 items."],
    ["list by concat", `concat(${TEN}, ${TEN}, [1])`, { listLength: 20 }, "A list has more than 20 items."],
    ["list by flat", `[${TEN}, ${TEN}, ${TEN}].flat()`, { listLength: 20 }, "A list has more than 20 items."],
  ])("%s", (_, source, limits, reason) => {
    expect(outcome(source, limits)).toBe(reason);
  });

  test("a pattern is at most 1000 characters long", () => {
    expect(outcome('test("a", repeat("a", 1001))')).toBe("A pattern is longer than 1000 characters.");
    expect(outcome('test("a", repeat("a", 1000))')).toBe(false);
  });
});

describe("behaviour", () => {
  test("maps in maps end", () => {
    const nested = (depth: number): string => (depth === 0 ? "1" : `${TEN}.map(${nested(depth - 1)})`);
    expect(outcome(nested(9))).toBe("The formula takes more than 1000000 steps.");
  });

  test("texts that double end", () => {
    const doubled = Array.from({ length: 40 }, (_, at) => `a${at + 1}, a${at} + a${at}`).join(", ");
    expect(outcome(`lets(a0, "ab", ${doubled}, a40)`)).toBe("A text is longer than 1000000 characters.");
  });

  test("lists that double end", () => {
    const doubled = Array.from({ length: 40 }, (_, at) => `a${at + 1}, concat(a${at}, a${at})`).join(", ");
    expect(outcome(`lets(a0, [1, 2], ${doubled}, a40)`)).toBe("A list has more than 100000 items.");
  });

  test("lists nested in one another so often that they cannot be written out end", () => {
    const nested = Array.from({ length: 100 }, (_, at) => `a${at + 1}, [a${at}, a${at}]`).join(", ");
    for (const last of [
      "a100.format()",
      "a100 == a99",
      '"" + a100',
      "a100.flat()",
      "unique([a100, a99])",
      "a100",
    ]) {
      expect(outcome(`lets(a0, [1, 2], ${nested}, ${last})`)).toBe("A list has more than 100000 items.");
    }
  });

  test("what is large costs as often as it is looked at", () => {
    const large = "lets(a, [1,2,3,4,5,6,7,8,9,10], b, a.map(a), c, a.map(b), d, a.map(c)";
    for (const [work, reason] of [
      ["c.flat().map(d == d.reverse())", "steps"],
      ["d.flat().flat().sort(d).length()", "items"],
      ['let(t, repeat("abcdefghij", 10000), c.flat().map(a.map(upper(t) == t)))', "steps"],
      ['let(t, repeat("a", 10000), c.flat().map(test(t, "a{1000}b")))', "steps"],
    ] as const) {
      expect(outcome(`${large}, ${work})`)).toMatch(reason);
    }
  });

  test("too much work is not an empty item of a list", () => {
    expect(outcome(`${TEN}.map(${TEN}.map(current)).length()`, { steps: 50 })).toBe(
      "The formula takes more than 50 steps.",
    );
  });

  test("patterns that other engines never finish are matched in time that grows with the text", () => {
    for (const pattern of ["(a+)+$", "(a|aa)+$", "(.*a){12}$", "([a-z]+)*=$"]) {
      expect(outcome(`test(repeat("a", 5000) + "!", "${pattern}")`)).toBe(false);
    }
  });

  test("what a row throws comes through", () => {
    const row: Row = {
      kind: "page",
      id: "a",
      title: "",
      get() {
        throw new RangeError("not loaded");
      },
    };
    const formula = check(parse('prop("Price")'), schema);
    expect(() => evaluate(formula, row, { now: NOW })).toThrow(new RangeError("not loaded"));
  });
});
