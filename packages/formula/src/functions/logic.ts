import { BOOLEAN, branch, EMPTY } from "../types/type.ts";
import { compare, equals } from "../values/compare.ts";
import { format } from "../values/format.ts";
import type { Value } from "../values/value.ts";
import { holds, isEmpty } from "../values/value.ts";
import { APP, type FunctionDefinition, NOTION, type Once } from "./definition.ts";

export const logic: readonly FunctionDefinition[] = [
  {
    signature: "if(condition: any, then: => T, otherwise: => T): T",
    description: "The one or the other, by a condition. `condition ? then : otherwise` says the same.",
    examples: [
      ["if(true, 1, 2)", "1"],
      ["if([], 1, 2)", "2"],
      ["1 == 2 ? 3 : 4", "4"],
    ],
    source: NOTION,
    takesEmpty: true,
    run: (_, condition: Value, then: Once, otherwise: Once) => (holds(condition) ? then() : otherwise()),
  },
  {
    signature: "ifs(condition: any, value: => T, ...more?: => any): T",
    description:
      "The value after the first condition that holds; the last argument, if it stands alone, when none does.",
    examples: [
      ["ifs(true, 1, true, 2, 3)", "1"],
      ["ifs(false, 1, false, 2, 3)", "3"],
      ["ifs(false, 1)", ""],
    ],
    source: NOTION,
    takesEmpty: true,
    result: (types) => branch(types.filter((_, at) => at % 2 === 1 || at === types.length - 1)),
    run: (_, condition: Value, value: Once, ...more: Once[]) => {
      if (holds(condition)) return value();
      for (let at = 0; at < more.length; at += 2) {
        const next = more[at + 1];
        if (!next) return more[at]?.() ?? null;
        if (holds(more[at]?.() ?? null)) return next();
      }
      return null;
    },
  },
  {
    signature: "and(...conditions: => any): boolean",
    description: "Whether all of them hold. Also written `a and b` or `a && b`.",
    examples: [
      ["and(true, 1 < 2)", "true"],
      ["true and false", "false"],
    ],
    source: NOTION,
    run: (_, ...conditions: Once[]) => conditions.every((condition) => holds(condition())),
  },
  {
    signature: "or(...conditions: => any): boolean",
    description: "Whether any of them holds. Also written `a or b` or `a || b`.",
    examples: [
      ["or(false, 1 < 2)", "true"],
      ["false or false", "false"],
    ],
    source: NOTION,
    run: (_, ...conditions: Once[]) => conditions.some((condition) => holds(condition())),
  },
  {
    signature: "not(condition: any): boolean",
    description: "Whether it does not hold. Also written `not a` or `!a`.",
    examples: [
      ["not true", "false"],
      ["!empty(1)", "true"],
    ],
    source: NOTION,
    takesEmpty: true,
    run: (_, condition: Value) => !holds(condition),
  },
  {
    signature: "empty(value?: any): boolean",
    description:
      'Whether a value is empty: nothing, `0`, `""`, `false` or `[]`. Without a value, the empty value.',
    examples: [
      ["empty(0)", "true"],
      ["empty([])", "true"],
      ["empty()", ""],
    ],
    source: NOTION,
    takesEmpty: true,
    result: (types) => (types.length === 0 ? EMPTY : BOOLEAN),
    run: (_, ...values: Value[]) => (values.length === 0 ? null : isEmpty(values[0] ?? null)),
  },
  {
    signature: "equal(a: any, b: any): boolean",
    description: "Whether two values are the same. Also written `a == b`.",
    examples: [
      ["equal(1, 2)", "false"],
      ['"a" == "a"', "true"],
    ],
    source: NOTION,
    takesEmpty: true,
    run: (_, a: Value, b: Value) => equals(a, b),
  },
  {
    signature: "unequal(a: any, b: any): boolean",
    description: "Whether two values differ. Also written `a != b`.",
    examples: [
      ["unequal(1, 2)", "true"],
      ['"a" != "a"', "false"],
    ],
    source: NOTION,
    takesEmpty: true,
    run: (_, a: Value, b: Value) => !equals(a, b),
  },
  ...orders(),
  {
    signature: "let(name: any, value: any, expression: any): any",
    description: "An expression in which a name stands for a value.",
    examples: [["let(radius, 4, round(pi() * radius ^ 2))", "50"]],
    source: NOTION,
    run: bound,
  },
  {
    signature: "lets(name: any, value: any, ...more: any): any",
    description:
      "The same with several names; a value may use the names before it. The expression comes last.",
    examples: [["lets(base, 3, height, 8, base * height / 2)", "12"]],
    source: NOTION,
    run: bound,
  },
  {
    signature: "format(value: any): text",
    description: "A value as text.",
    examples: [
      ["format(1234)", "1234"],
      ["format([1, true])", "1,true"],
    ],
    source: NOTION,
    takesEmpty: true,
    run: ({ timeZone }, value: Value) => format(value, timeZone),
  },
];

/** The functions behind `>`, `>=`, `<` and `<=`. */
function orders(): FunctionDefinition[] {
  const all: [name: string, operator: string, test: (difference: number) => boolean][] = [
    ["larger", ">", (difference) => difference > 0],
    ["largerEq", ">=", (difference) => difference >= 0],
    ["smaller", "<", (difference) => difference < 0],
    ["smallerEq", "<=", (difference) => difference <= 0],
  ];
  return all.map(([name, operator, test]) => ({
    signature: `${name}(a: any, b: any): boolean`,
    description: `Another way to write \`a ${operator} b\`.`,
    examples: [[`${name}(2, 1)`, String(test(1))]],
    source: APP,
    takesEmpty: true,
    run: (_, a: Value, b: Value) => a !== null && b !== null && test(compare(a, b)),
  }));
}

function bound(): never {
  throw new Error("Names are bound where the formula is evaluated.");
}
