import { describe, expect, test } from "vitest";
import {
  check,
  describe as describeType,
  type FormulaError,
  parse,
  print,
  readSchema,
} from "../../src/index.ts";
import { beansSource, run, schema } from "../fixture.ts";

const checked = (source: string) => check(parse(source), schema);

describe("shape", () => {
  test("a formula has its expression bound, its type, what it depends on, and whether time changes it", () => {
    const formula = checked('prop("Price") * 2');
    expect(formula.type).toEqual({ kind: "number" });
    expect(formula.dependencies).toEqual([["Price"]]);
    expect(formula.volatile).toBe(false);
    expect(print(formula.expression, { space: "space" })).toBe(
      "{{notion:block_property:Price:beans:space}} * 2",
    );
    expect(print(formula.expression, { references: "names" })).toBe('prop("Price") * 2');
  });

  test.each<[source: string, type: string]>([
    ["1", "number"],
    ['"a"', "text"],
    ["true", "boolean"],
    ["now()", "date"],
    ["[]", "empty list"],
    ["[1, 2]", "list of number"],
    ['[1, "a"]', "list of number or text"],
    ["[1, empty()]", "list of number or empty"],
    ["[[1], []]", "list of list of number or empty"],
    ["empty()", "empty"],
    ["empty(1)", "boolean"],
    ["if(true, 1, empty())", "number"],
    ["if(true, empty(), empty())", "empty"],
    ['if(true, 1, "a")', "number or text"],
    ["ifs(true, 1, true, empty(), 2)", "number"],
    ["true ? [] : [1]", "list of empty or number"],
    ["[1, 2].map(current > 1)", "list of boolean"],
    ["[[1]].flat()", "list of number"],
    ["[3].at(0)", "number"],
    ['[[1], ["a"]].flat()', "list of number or text"],
    ['split("a,b").first()', "text"],
    ['prop("Roaster")', "list of page"],
    ['prop("Roaster").first()', "page"],
    ['prop("Owners")', "list of person"],
    ['prop("Author")', "person"],
    ['prop("Double")', "number"],
    ['prop("Broken")', "empty"],
    ['prop("Latest")', "date"],
    ['prop("Total")', "number"],
    ['prop("Prices")', "list of number"],
    ['prop("Tastes")', "list of text"],
    ["thisPage", "page"],
    ["let(a, 1, [a])", "list of number"],
  ])("%s is %s", (source, type) => {
    expect(describeType(checked(source).type)).toBe(type);
  });
});

describe("validation", () => {
  test.each<[source: string, message: string, part: string]>([
    ["rund(1)", "There is no function rund.", "rund(1)"],
    ["1 + rund", "There is nothing named rund.", "rund"],
    ["sum(1, now())", "sum takes number or a list of number as its numbers, not date.", "now()"],
    ['upper(prop("Owners"))', "upper takes text as its text, not list of person.", 'prop("Owners")'],
    ['1 + prop("Rice")', 'There is no property named "Rice".', 'prop("Rice")'],
    ["true and (1 - true)", "- takes numbers, not boolean.", "1 - true"],
  ])("%s is refused where it is wrong", (source, message, part) => {
    try {
      checked(source);
      expect.unreachable();
    } catch (error) {
      const { kind, start, end, message: said } = error as FormulaError;
      expect({ kind, said, part: source.slice(start, end) }).toEqual({ kind: "type", said: message, part });
    }
  });

  const cyclic = (properties: Record<string, string>) =>
    readSchema({
      id: "cyclic",
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, expression]) => [
          name,
          { id: name, name, type: "formula", formula: { expression } },
        ]),
      ),
    });

  test("a formula that needs itself is refused as a cycle, however far away", () => {
    for (const properties of [{ A: 'prop("A")' }, { A: 'prop("B")', B: 'prop("C") + 1', C: 'prop("A")' }]) {
      const kinds = [cyclic(properties), cyclic(properties)].map((schema) => {
        try {
          return check(parse('prop("A")'), schema).type.kind;
        } catch (error) {
          return (error as FormulaError).kind;
        }
      });
      expect(kinds).toEqual(["cycle", "cycle"]);
    }
  });

  test("formulas that use one twice are no cycle", () => {
    const schema = cyclic({ A: 'prop("B") + prop("C")', B: 'prop("D")', C: 'prop("D")', D: "1" });
    expect(check(parse('prop("A")'), schema).type).toEqual({ kind: "number" });
  });
});

describe("behaviour", () => {
  test.each<[source: string, dependencies: string[][]]>([
    ["1", []],
    ['prop("Price") + prop("Bags") + prop("Price")', [["Price"], ["Bags"]]],
    ['prop("Roaster").first().prop("City")', [["Roaster"], ["Roaster", "City"]]],
    [
      'prop("Blends").map(current.prop("Roaster").first().prop("Rating"))',
      [["Blends"], ["Blends", "Roaster"], ["Blends", "Roaster", "Rating"]],
    ],
    ['let(page, prop("Blends").last(), page.prop("Price"))', [["Blends"], ["Blends", "Price"]]],
    ['thisPage.prop("Price")', [["Price"]]],
    [
      'if(true, thisPage, prop("Blends").first()).prop("Price")',
      [["Blends"], ["Price"], ["Blends", "Price"]],
    ],
    [
      'prop("Roaster").map(current.prop("Beans")).flat().map(current.prop("Name"))',
      [["Roaster"], ["Roaster", "Beans"], ["Roaster", "Beans", "Name"]],
    ],
    [
      '[prop("Blends"), prop("Roaster").first().prop("Beans")].flat().map(current.prop("Price"))',
      [["Blends"], ["Roaster"], ["Roaster", "Beans"], ["Blends", "Price"], ["Roaster", "Beans", "Price"]],
    ],
  ])("%s depends on %j", (source, dependencies) => {
    expect(checked(source).dependencies).toEqual(dependencies);
  });

  test("now and today make a formula volatile, wherever they are", () => {
    expect(checked('[1].map(dateBetween(now(), prop("Due"), "days"))').volatile).toBe(true);
    expect(checked("if(false, today(), empty())").volatile).toBe(true);
    expect(checked('prop("Edited")').volatile).toBe(false);
  });

  test("a reference follows a property that is renamed", () => {
    const { expression } = checked('prop("Price") * 2');
    const { Price, ...others } = beansSource.properties;
    const renamed = readSchema({
      ...beansSource,
      properties: { ...others, Cost: { ...Price, name: "Cost" } as never },
    });
    expect(print(check(expression, renamed).expression, { references: "names" })).toBe('prop("Cost") * 2');
    expect(run(print(expression))).toBe(37);
  });
});
