import { formatNumber } from "../values/format-number.ts";
import type { DateValue, Value } from "../values/value.ts";
import { finite } from "../values/value.ts";
import { APP, FRANK, type FunctionDefinition, NOTION } from "./definition.ts";

const operators: [
  name: string,
  operator: string,
  calculate: (a: number, b: number) => number,
  example: string,
][] = [
  ["add", "+", (a, b) => a + b, "15"],
  ["subtract", "-", (a, b) => a - b, "-5"],
  ["multiply", "*", (a, b) => a * b, "50"],
  ["divide", "/", (a, b) => a / b, "0.5"],
  ["mod", "%", (a, b) => a % b, "5"],
  ["pow", "^", (a, b) => a ** b, "9765625"],
];

/** What the operators calculate, for the evaluation. An empty side counts as 0. */
export const arithmetic: ReadonlyMap<string, (a: Value, b: Value) => number | null> = new Map(
  operators.map(([, operator, calculate]) => [
    operator,
    (a, b) => finite(calculate((a as number | null) ?? 0, (b as number | null) ?? 0)),
  ]),
);

const functionsOfOne: [
  name: string,
  calculate: (value: number) => number,
  description: string,
  argument: number,
][] = [
  ["abs", Math.abs, "A number without its sign.", -10],
  ["ceil", Math.ceil, "The smallest integer that is not below a number.", 0.4],
  ["floor", Math.floor, "The largest integer that is not above a number.", -0.6],
  ["sqrt", Math.sqrt, "The square root; empty for a negative number.", 7],
  ["cbrt", Math.cbrt, "The cube root.", 64],
  ["exp", Math.exp, "The power of e to a number.", 1],
  ["ln", Math.log, "The natural logarithm.", 10],
  ["log10", Math.log10, "The logarithm to base 10.", 100_000],
  ["log2", Math.log2, "The logarithm to base 2.", 1024],
  ["sign", Math.sign, "-1, 0 or 1, as the sign of a number.", -4],
];

/** What aggregates give for the numbers that are there. */
const aggregates: [
  name: string,
  of: (numbers: number[]) => number | null,
  description: string,
  example: string,
][] = [
  [
    "min",
    (all) => all.reduce<number | null>((a, b) => (a === null || b < a ? b : a), null),
    "The smallest number.",
    "1",
  ],
  [
    "max",
    (all) => all.reduce<number | null>((a, b) => (a === null || b > a ? b : a), null),
    "The largest number.",
    "4",
  ],
  ["sum", total, "The sum.", "7"],
  [
    "mean",
    (all) => (all.length === 0 ? null : total(all) / all.length),
    "The average.",
    "2.3333333333333335",
  ],
  ["median", median, "The middle number, or the average of the middle two.", "2"],
];

export const number: readonly FunctionDefinition[] = [
  ...operators.map(
    ([name, operator, , example]): FunctionDefinition => ({
      signature: `${name}(a: number, b: number): number`,
      description: `Another way to write \`a ${operator} b\`.`,
      examples: [[`${name}(5, 10)`, example]],
      source: NOTION,
      takesEmpty: true,
      run: (_, a: Value, b: Value) => arithmetic.get(operator)?.(a, b) ?? null,
    }),
  ),
  {
    signature: "unaryMinus(value: number): number",
    description: "Another way to write `-a`.",
    examples: [["unaryMinus(5)", "-5"]],
    source: APP,
    run: (_, value: number) => finite(-value),
  },
  {
    signature: "unaryPlus(value: any): number",
    description: "Another way to write `+a`, and the same as `toNumber(a)`.",
    examples: [['unaryPlus("5")', "5"]],
    source: APP,
    run: (_, value: Value) => toNumber(value),
  },
  ...functionsOfOne.map(
    ([name, calculate, description, argument]): FunctionDefinition => ({
      signature: `${name}(value: number): number`,
      description,
      examples: [[`${name}(${argument})`, String(calculate(argument))]],
      source: NOTION,
      run: (_, value: number) => finite(calculate(value)),
    }),
  ),
  {
    signature: "round(value: number, places?: number): number",
    description: "The nearest number with that many places, 0 unless told. Half of one is rounded up.",
    examples: [
      ["round(0.4)", "0"],
      ["round(-0.6)", "-1"],
      ["round(1.005, 2)", "1.01"],
    ],
    source: NOTION,
    run: (_, value: number, places = 0) => round(value, places),
  },
  ...aggregates.map(
    ([name, of, description, example]): FunctionDefinition => ({
      signature: `${name}(...numbers: number | number[]): number`,
      description: `${description} What is empty does not count.`,
      examples: [[`${name}(1, 2, [4])`, example]],
      source: NOTION,
      takesEmpty: true,
      run: (_, ...numbers: Value[]) => {
        const all = numbers.flat().filter((value): value is number => typeof value === "number");
        const result = of(all);
        return result === null ? null : finite(result);
      },
    }),
  ),
  {
    signature: "pi(): number",
    description: "The ratio of a circle's circumference to its diameter.",
    examples: [["pi()", String(Math.PI)]],
    source: NOTION,
    run: () => Math.PI,
  },
  {
    signature: "e(): number",
    description: "The base of the natural logarithm.",
    examples: [["e()", String(Math.E)]],
    source: NOTION,
    run: () => Math.E,
  },
  {
    signature: "toNumber(value: any): number",
    description: "The number in a text, 1 or 0 for a boolean, the milliseconds since 1970 for a date.",
    examples: [
      ['toNumber("2")', "2"],
      ["toNumber(true)", "1"],
      ['toNumber("two")', ""],
    ],
    source: NOTION,
    run: (_, value: Value) => toNumber(value),
  },
  {
    signature: "formatNumber(value: number, format?: text, precision?: number): text",
    description:
      "A number as people write it. Formats: `commas` (unless told), `percent`, `humanize` or `compact`, `bytes_decimal`, `bytes_binary`, or the code of a currency. The precision is a number of places from 0 to 12.",
    examples: [
      ["formatNumber(12345)", "12,345"],
      ['formatNumber(1234567, "compact")', "1.2M"],
      ['formatNumber(282536.47, "brl")', "R$282,536.47"],
    ],
    source: FRANK,
    run: (_, value: number, name = "commas", precision?: number) => formatNumber(value, name, precision),
  },
];

/** The number in a value; nothing where there is none. */
export function toNumber(value: Value): number | null {
  if (typeof value === "string") return value.trim() === "" ? null : finite(Number(value));
  if (typeof value === "number" || typeof value === "boolean") return Number(value);
  if (value !== null && !Array.isArray(value) && value.kind === "date") return (value as DateValue).start;
  return null;
}

/** Rounds in decimal, so that 1.005 to two places is 1.01 though it is a little less in binary. */
function round(value: number, places: number): number | null {
  if (places === 0) return finite(Math.round(value));
  const digits = Math.trunc(places);
  const shifted = Math.round(shift(value, digits));
  return finite(Number.isFinite(shifted) ? shift(shifted, -digits) : value);
}

function shift(value: number, places: number): number {
  const [digits, exponent = "0"] = String(value).split("e");
  return Number(`${digits}e${Number(exponent) + places}`);
}

function total(numbers: number[]): number {
  return numbers.reduce((sum, value) => sum + value, 0);
}

function median(numbers: number[]): number | null {
  const sorted = numbers.toSorted((one, other) => one - other);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? null : (upper + lower) / 2;
}
