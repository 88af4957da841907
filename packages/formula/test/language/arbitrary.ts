import fc from "fast-check";
import type { Expression } from "../../src/index.ts";

const span = { start: 0, end: 0 };
const name = fc.constantFrom("a", "b", "current", "index", "thisPage", "ünï_1");
const text = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 8 }),
  fc.constantFrom('"', "\\", "\\n", "\n\t", "[", "$1"),
);
const reference = fc.oneof(
  fc.record({ name: text, id: fc.constant(null), source: fc.constant(null), space: fc.constant(null) }),
  fc.record({ name: fc.constant(null), id: text, source: fc.uuid(), space: fc.uuid() }),
);

/** Any tree that a formula can be read as. */
export const expression: fc.Arbitrary<Expression> = fc.letrec<{ tree: Expression }>((tie) => {
  const tree = tie("tree");
  const trees = fc.array(tree, { maxLength: 3 });
  return {
    tree: fc.oneof(
      { maxDepth: 5, depthSize: "small" },
      fc.record({
        kind: fc.constant("literal" as const),
        value: fc.oneof(
          text,
          fc.boolean(),
          fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
        ),
        span: fc.constant(span),
      }),
      fc.record({ kind: fc.constant("name" as const), name, span: fc.constant(span) }),
      fc.record({ kind: fc.constant("list" as const), items: trees, span: fc.constant(span) }),
      fc.record({
        kind: fc.constant("property" as const),
        of: fc.option(tree),
        reference,
        span: fc.constant(span),
      }),
      fc
        .record({
          name: fc.constantFrom("if", "round", "or", "map", "x"),
          arguments: trees,
          method: fc.boolean(),
        })
        .map((call) => ({
          ...call,
          kind: "call" as const,
          method: call.method && call.arguments.length > 0,
          span,
        })),
      fc.record({
        kind: fc.constant("unary" as const),
        operator: fc.constantFrom("-" as const, "+" as const, "not" as const),
        operand: tree,
        span: fc.constant(span),
      }),
      fc.record({
        kind: fc.constant("binary" as const),
        operator: fc.constantFrom(
          "or",
          "and",
          "==",
          "!=",
          ">",
          ">=",
          "<",
          "<=",
          "+",
          "-",
          "*",
          "/",
          "%",
          "^",
        ),
        left: tree,
        right: tree,
        span: fc.constant(span),
      }),
      fc.record({
        kind: fc.constant("conditional" as const),
        condition: tree,
        whenTrue: tree,
        whenFalse: tree,
        span: fc.constant(span),
      }),
    ) as fc.Arbitrary<Expression>,
  };
}).tree;

/** A tree without its places in the source. */
export function bare(tree: unknown): unknown {
  return JSON.parse(JSON.stringify(tree, (key, value) => (key === "span" ? undefined : value)));
}

/** Sources of formulas that make sense more often than not, by the type that they aim at. */
const sources = fc.letrec<Record<"number" | "text" | "boolean" | "date" | "list", string>>((tie) => {
  const [number, text, boolean, date, list] = (["number", "text", "boolean", "date", "list"] as const).map(
    (key) => tie(key),
  ) as [
    fc.Arbitrary<string>,
    fc.Arbitrary<string>,
    fc.Arbitrary<string>,
    fc.Arbitrary<string>,
    fc.Arbitrary<string>,
  ];
  const form = (template: string, ...parts: fc.Arbitrary<string>[]) =>
    fc.tuple(...parts).map((all) => all.reduce((result, part) => result.replace("_", () => part), template));
  const any = fc.oneof(number, text, boolean, date, list);
  const small = { maxDepth: 4, depthSize: "small" as const };
  return {
    number: fc.oneof(
      small,
      fc.constantFrom(
        "0",
        "1.5",
        "1e308",
        "current",
        "index",
        'prop("Price")',
        'prop("Stock")',
        'toNumber("")',
      ),
      fc
        .constantFrom("+", "-", "*", "/", "%", "^")
        .chain((operator) => form(`(_ ${operator} _)`, number, number)),
      fc.constantFrom("abs", "sqrt", "ln", "round", "sign").chain((name) => form(`${name}(_)`, number)),
      fc
        .constantFrom("sum", "min", "max", "mean", "median")
        .chain((name) => form(`${name}(_, _)`, number, list)),
      form("length(_)", fc.oneof(text, list)),
      form("round(_, _)", number, number),
      form("toNumber(_)", any),
      form('dateBetween(_, _, "days")', date, date),
      form("month(_)", date),
      form("findIndex(_, _)", list, boolean),
      form("if(_, _, empty())", any, number),
    ),
    text: fc.oneof(
      small,
      fc.constantFrom('""', '"a,b"', '"🦊"', '"["', 'prop("Name")', 'prop("Blank")', "empty()"),
      form("(_ + _)", text, any),
      form("format(_)", any),
      form("substring(_, _, _)", text, number, number),
      form("replaceAll(_, _, _)", text, text, text),
      form("join(_, _)", list, text),
      form("repeat(_, _)", text, number),
      form("padStart(_, _)", text, number),
      form("formatNumber(_, _, _)", number, fc.constantFrom('"usd"', '"compact"', '"x"'), number),
      form("formatDate(_, _)", date, text),
    ),
    boolean: fc.oneof(
      small,
      fc.constantFrom("true", "false", 'prop("Organic")'),
      fc.constantFrom("==", "!=", "and", "or").chain((operator) => form(`(_ ${operator} _)`, any, any)),
      fc.constantFrom(">", "<=").chain((operator) => form(`(_ ${operator} _)`, number, number)),
      form("(_ < _)", date, date),
      form("not _", boolean),
      form("test(_, _)", text, text),
      form("empty(_)", any),
      form("includes(_, _)", list, any),
      form("every(_, _)", list, boolean),
    ),
    date: fc.oneof(
      small,
      fc.constantFrom(
        "now()",
        "today()",
        'prop("Due")',
        'prop("Sale")',
        'prop("Opened")',
        'parseDate("2024-02-29")',
      ),
      form('dateAdd(_, _, "months")', date, number),
      form("dateSubtract(_, _, _)", date, number, fc.constantFrom('"hours"', '"moons"', '"years"')),
      form("dateRange(_, _)", date, date),
      form("dateEnd(_)", date),
      form("fromTimestamp(_)", number),
      form("parseDate(_)", text),
    ),
    list: fc.oneof(
      small,
      fc.constantFrom("[]", '[1, "a", empty()]', 'prop("Flavours")', 'prop("Blends")', 'prop("Prices")'),
      form("[_, _]", any, any),
      form("[_, _]", number, number),
      form("split(_, _)", text, text),
      form("match(_, _)", text, text),
      form("map(_, _)", list, any),
      form("filter(_, _)", list, boolean),
      fc.constantFrom("sort", "reverse", "unique", "flat").chain((name) => form(`${name}(_)`, list)),
      form("sort(_, _)", list, number),
      form("slice(_, _)", list, number),
      form("concat(_, _)", list, list),
      form("splice(_, _, _)", list, number, number),
    ),
  };
});

export const sensible = fc.oneof(sources.number, sources.text, sources.boolean, sources.date, sources.list);
