import formats from "ajv-formats/dist/formats.js";
import type { Line } from "./line.ts";
import { below, type Place, type SchemaObject } from "./schema.ts";
import { refused } from "./value.ts";

/** The lengths, the pattern and the format of a string. A length is that of JavaScript, in UTF-16. */
export function explainString(schema: SchemaObject, value: string, place: Place): Line[] {
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY } = schema;
  if (value.length < minLength) {
    return minLength === 1
      ? [refused(place, ["populated"], value)]
      : [length(place, `≥ \`${minLength}\``, value)];
  }
  if (value.length > maxLength) return [length(place, `≤ \`${maxLength}\``, value)];
  const fits =
    (schema.pattern === undefined || new RegExp(schema.pattern, "u").test(value)) &&
    (schema.format !== "uri" || isUri(value));
  if (fits) return [];
  const expected =
    schema["x-notion-expected"] ??
    (schema.format === "uri" ? "a valid URL" : `of the form ${schema.pattern}`);
  return [refused(place, [expected], value)];
}

export function explainNumber(schema: SchemaObject, value: number, place: Place): Line[] {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
  const broken = [
    minimum !== undefined && value < minimum && `≥ \`${minimum}\``,
    maximum !== undefined && value > maximum && `≤ \`${maximum}\``,
    exclusiveMinimum !== undefined && value <= exclusiveMinimum && `> \`${exclusiveMinimum}\``,
    exclusiveMaximum !== undefined && value >= exclusiveMaximum && `< \`${exclusiveMaximum}\``,
  ].filter((text) => text !== false);
  return broken.slice(0, 1).map((text) => refused(place, [text], value));
}

/** `….length should be ≤ …`: about a number that is always there, so never "or `undefined`". */
export const length = (place: Place, bound: string, value: string | unknown[]): Line =>
  refused(below(place, "length"), [bound], value.length);

/** As the generated validator has it. */
const isUri = formats.fullFormats.uri as (text: string) => boolean;
