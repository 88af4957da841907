import { describe, expect, test } from "vitest";
import { FormulaError, parse, print } from "../../src/index.ts";

/** The refusal of a formula: its message, and the part that it points at. */
function refusal(source: string): [message: string, part: string] {
  try {
    parse(source);
  } catch (error) {
    if (error instanceof FormulaError) return [error.message, source.slice(error.start, error.end)];
    throw error;
  }
  throw new Error(`${source} parses.`);
}

describe("shape", () => {
  test("a tree knows where its parts stand", () => {
    expect(parse('round(prop("Price") * 2)')).toEqual({
      kind: "call",
      name: "round",
      method: false,
      arguments: [
        {
          kind: "binary",
          operator: "*",
          left: {
            kind: "property",
            of: null,
            reference: { name: "Price", id: null, source: null, space: null },
            span: { start: 6, end: 19 },
          },
          right: { kind: "literal", value: 2, span: { start: 22, end: 23 } },
          span: { start: 6, end: 23 },
        },
      ],
      span: { start: 0, end: 24 },
    });
  });

  test("a reference is read with its parts, the id decoded", () => {
    expect(parse("{{notion:block_property:U%60%3BC:source:space}}")).toEqual({
      kind: "property",
      of: null,
      reference: { name: null, id: "U`;C", source: "source", space: "space" },
      span: { start: 0, end: 47 },
    });
  });
});

describe("validation", () => {
  test.each<[source: string, message: string, part: string]>([
    ["", "The formula is empty.", ""],
    ["  /* nothing */ ", "The formula is empty.", ""],
    ["1 +", "The formula ends too early.", ""],
    ["(1", "A ) is missing before the end.", ""],
    ["1)", "Something is missing before ).", ")"],
    ["1 2", "Something is missing before 2.", "2"],
    ['1 "a"', "Something is missing before this text.", '"a"'],
    ["round(1 2)", "A ) is missing before 2.", "2"],
    ["round(1,)", "A value is missing before ).", ")"],
    ["[1,, 2]", "A value is missing before ,.", ","],
    ["[1", "A ] is missing before the end.", ""],
    ["* 2", "A value is missing before *.", "*"],
    ["true ? 1", "A : is missing before the end.", ""],
    ["1 ? 2 ; 3", "The character ; has no meaning here.", ";"],
    ["a = 1", "Write == to compare.", "="],
    ["=1", "Write == to compare.", "="],
    ['"open', 'This text has no closing ".', '"open'],
    ["1 /* open", "This comment has no closing */.", "/* open"],
    ["'a'", 'Text stands between ".', "'"],
    ["“a”", 'Text stands between ".', "“"],
    ["1 § 2", "The character § has no meaning here.", "§"],
    ["🦊", "The character 🦊 has no meaning here.", "🦊"],
    ["1.", "After a dot comes the name of a function.", ""],
    ["a.1", "Something is missing before 0.1.", ".1"],
    ["prop(Name)", 'prop takes the name of a property in quotes: prop("Name").', "prop(Name)"],
    ["prop()", 'prop takes the name of a property in quotes: prop("Name").', "prop()"],
    ["{{notion:user:1}}", "A reference has the form {{notion:block_property:<id>:<source>:<space>}}.", "{"],
    [
      "{{notion:block_property:%:a:b}}",
      "The property id % is not encoded as in a URL.",
      "{{notion:block_property:%:a:b}}",
    ],
    ["1e999", "The number 1e999 is too large.", "1e999"],
  ])("%s", (source, message, part) => {
    expect(refusal(source)).toEqual([message, part]);
  });

  test.each([
    ["brackets", `${"(".repeat(10_000)}1${")".repeat(10_000)}`],
    ["operators in a chain", "1+".repeat(10_000).concat("1")],
    ["signs", `${"-".repeat(10_000)}1`],
    ["methods", `1${".abs()".repeat(10_000)}`],
    ["conditionals", "true ? 1 : ".repeat(10_000).concat("1")],
    ["powers", "1^".repeat(10_000).concat("1")],
    ["lists", "[".repeat(10_000)],
  ])("%s nested too deeply are refused, not a crash", (_, source) => {
    expect(refusal(source)[0]).toBe("The formula is nested more than 500 levels deep.");
  });
});

describe("behaviour", () => {
  test.each<[source: string, printed: string]>([
    ["1+2", "1 + 2"],
    ["1+2*3", "1 + (2 * 3)"],
    ["a+b-c", "(a + b) - c"],
    ["(((1)))", "1"],
    ["2^3^2", "2 ^ (3 ^ 2)"],
    ["-2^2", "-(2 ^ 2)"],
    ["(-2)^2", "(-2) ^ 2"],
    ["2*-3", "2 * -3"],
    ["--1", "-(-1)"],
    ["!a && b || c", "(not a and b) or c"],
    ["not (a or b)", "not (a or b)"],
    ["not(a)", "not a"],
    ["a===b", "a == b"],
    ["a!==b", "a != b"],
    ["a<b==c", "(a < b) == c"],
    ["a?b:c?d:e", "a ? b : c ? d : e"],
    ["(a?b:c)?d:e", "(a ? b : c) ? d : e"],
    ["(a?b:c)+1", "(a ? b : c) + 1"],
    ["if( a ,b,c )", "if(a, b, c)"],
    ["if((a==b),(c),(d))", "if(a == b, c, d)"],
    ["[ 1 , [ ] ]", "[1, []]"],
    ["(a+b).abs()", "(a + b).abs()"],
    ["-a.abs()", "-a.abs()"],
    ["(-a).abs()", "(-a).abs()"],
    ["5.round()", "5.round()"],
    ["current.length", "current.length()"],
    ["a . b ( c ) . d", "a.b(c).d()"],
    ['prop("A \\"b\\"")', 'prop("A \\"b\\"")'],
    ['x.prop("A")', 'x.prop("A")'],
    ['"a\n\tb\\\\"', '"a\\n\\tb\\\\"'],
    ['"\\d"', '"\\\\d"'],
    ["1 /* one */ + /* two\n */ 2", "1 + 2"],
    ["  true\n", "true"],
    ["1e3", "1000"],
    ["0.50", "0.5"],
    ["x.{{notion:block_property:U%60%3BC:a:b}}*2", "x.{{notion:block_property:U%60%3BC:a:b}} * 2"],
    [
      "{{notion:block_property:title::}}",
      "{{notion:block_property:title:00000000-0000-0000-0000-000000000000:00000000-0000-0000-0000-000000000000}}",
    ],
  ])("%s is printed %s", (source, printed) => {
    expect(print(parse(source))).toBe(printed);
    expect(print(parse(printed))).toBe(printed);
  });
});
