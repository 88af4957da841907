import { explainArray } from "./array.ts";
import type { Line } from "./line.ts";
import { explainApplied, explainObject } from "./object.ts";
import { explainNumber, explainString } from "./scalar.ts";
import { isObject, type Place, referred, type Schema, type SchemaObject } from "./schema.ts";
import { explainUnion } from "./union.ts";

/**
 * Why a value does not fit a schema: the first thing that is wrong, and where it is wrong in another way for each
 * member of a union, one line for each. No lines when it fits.
 */
export function explainValue(schema: Schema, value: unknown, place: Place): Line[] {
  if (schema === true) return [];
  if (schema === false) return [refused(place, ["not present"], value)];
  if (schema.$ref !== undefined) {
    const lines = explainValue(referred(schema.$ref, place), value, place);
    if (lines.length > 0) return lines;
  }
  return (
    explainKind(schema, value, place) ??
    firstOf([
      () => orNullIn(schema, explainContent(schema, value, place), place),
      () => explainUnion(schema.oneOf, value, place, true),
      () => explainUnion(schema.anyOf, value, place, false),
      () => explainApplied(schema, value, place),
    ])
  );
}

/** The lines of the first check that has any. */
export function firstOf(checks: (() => Line[])[]): Line[] {
  for (const check of checks) {
    const lines = check();
    if (lines.length > 0) return lines;
  }
  return [];
}

/** A line about the value at a place, which could also have been left out where it is optional. */
export const refused = (place: Place, expected: string[], instead: unknown): Line => ({
  path: place.path,
  expected: place.optional && expected[0] !== "not present" ? [...expected, "`undefined`"] : expected,
  instead,
});

/** That a value may also be null, in what is said of the value itself. It comes before "or `undefined`". */
export function orNull(lines: Line[], { path }: Place): Line[] {
  return lines.map((line) => {
    if (line.path.length !== path.length || line.expected.includes("`null`")) return line;
    const isOptional = line.expected.at(-1) === "`undefined`";
    const others = isOptional ? line.expected.slice(0, -1) : line.expected;
    return { ...line, expected: [...others, "`null`", ...(isOptional ? ["`undefined`"] : [])] };
  });
}

const orNullIn = ({ type }: SchemaObject, lines: Line[], place: Place): Line[] =>
  Array.isArray(type) && type.includes("null") ? orNull(lines, place) : lines;

/** `type`, `const` and `enum`. */
function explainKind(schema: SchemaObject, value: unknown, place: Place): Line[] | undefined {
  const literals = "const" in schema ? [schema.const] : schema.enum;
  if (literals) {
    const isOne = literals.some((literal) => literal === value);
    return isOne ? undefined : [refused(place, literals.map(literally), value)];
  }
  if (schema.type === undefined) return undefined;
  const types = [schema.type].flat();
  if (types.some((type) => isOfType(value, type))) return undefined;
  const expected = types.filter((type) => type !== "null").map((type) => wordFor(schema, type, value));
  if (types.includes("null")) expected.push("`null`");
  return [refused(place, expected, value)];
}

const literally = (value: unknown): string => `\`${JSON.stringify(value)}\``;

function isOfType(value: unknown, type: string): boolean {
  if (type === "null") return value === null;
  if (type === "array") return Array.isArray(value);
  if (type === "object") return isObject(value);
  if (type === "integer") return Number.isInteger(value);
  return typeof value === type;
}

/** Measured: https://github.com/brekkylab/backlot/blob/03916c5b/backlot/routers/notion.py. So are only texts called. */
const ID = "a valid uuid";

/** What is not a number at all should be one; only a fraction should be an integer. */
function wordFor(schema: SchemaObject, type: string, value: unknown): string {
  const expected = schema["x-notion-expected"];
  if (type === "string" && expected !== undefined && expected !== ID) return expected;
  if (type === "integer") return typeof value === "number" ? "an integer" : "a number";
  if (type === "null") return "`null`";
  return type === "array" || type === "object" ? `an ${type}` : `a ${type}`;
}

function explainContent(schema: SchemaObject, value: unknown, place: Place): Line[] {
  if (typeof value === "string") return explainString(schema, value, place);
  if (typeof value === "number") return explainNumber(schema, value, place);
  if (Array.isArray(value)) return explainArray(schema, value, place);
  return isObject(value) ? explainObject(schema, value, place) : [];
}
