import fc from "fast-check";
import type { Schema } from "./schema.ts";

const instant = fc.date({ min: new Date(0), max: new Date("2100-01-01"), noInvalidDate: true });
const zoned = fc.tuple(instant, fc.constantFrom("Z", "+00:00"));

/** What a schema says of a text. */
type Text = { [key in "minLength" | "maxLength" | "pattern" | "format"]: Schema[key] | undefined };

/** Formats, which no pattern says completely. */
const FORMS: Record<string, fc.Arbitrary<string>> = {
  "date-time": zoned.map(([date, zone]) => date.toISOString().replace("Z", zone)),
  date: instant.map((date) => date.toISOString().slice(0, 10)),
  email: fc.constantFrom("ada@acme.example", "a.b+c@mail.acme.example"),
  uri: fc.webUrl({ validSchemes: ["https"] }),
  uuid: fc.uuid(),
};

/** Texts that were asked for before: what fits a pattern takes fast-check milliseconds to set up. */
const texts = new Map<string, fc.Arbitrary<string>>();

/** Texts of a schema. Those without a form are short or as long as they may be. */
export function string({ minLength, maxLength, pattern, format }: Schema): fc.Arbitrary<string> {
  const key = JSON.stringify([minLength, maxLength, pattern, format]);
  const known = texts.get(key) ?? textsOf({ minLength, maxLength, pattern, format });
  texts.set(key, known);
  return known;
}

function textsOf({ minLength = 0, maxLength, pattern, format }: Text): fc.Arbitrary<string> {
  const fits = (text: string) => {
    // By either way of counting: the service counts UTF-16, JSON Schema characters.
    return [...text].length >= minLength && text.length <= (maxLength ?? Number.POSITIVE_INFINITY);
  };
  const ofForm = (text: string) => fits(text) && (pattern === undefined || new RegExp(pattern).test(text));
  if (format !== undefined && format in FORMS) return (FORMS[format] as fc.Arbitrary<string>).filter(ofForm);
  const short = fc.string({
    minLength,
    maxLength: Math.min(maxLength ?? 12, minLength + 12),
    unit: "grapheme",
  });
  if (pattern !== undefined) {
    // What fast-check makes of a pattern is ASCII where it can choose, which never is what `[^ -~]` looks for.
    const isCommon = fc.sample(short, { numRuns: 20, seed: 1 }).filter(ofForm).length > 10;
    return isCommon ? short.filter(ofForm) : fc.stringMatching(new RegExp(pattern)).filter(fits);
  }
  const ends = [minLength, maxLength ?? 40].map((length) => fc.constant("x".repeat(length)));
  return fc.oneof({ arbitrary: short.filter(fits), weight: 8 }, ...ends);
}

/** Numbers of a schema, its limits among them. */
export function number(schema: Schema): fc.Arbitrary<number> {
  const { minimum = -1e6, maximum = 1e6, exclusiveMinimum, exclusiveMaximum } = schema;
  const low = Math.max(minimum, exclusiveMinimum ?? minimum);
  const high = Math.min(maximum, exclusiveMaximum ?? maximum);
  const first = low === exclusiveMinimum ? Math.floor(low) + 1 : Math.ceil(low);
  const last = high === exclusiveMaximum ? Math.ceil(high) - 1 : Math.floor(high);
  const whole = first <= last ? [fc.integer({ min: first, max: last })] : [];
  if ([schema.type].flat().includes("integer")) return fc.oneof(...whole);
  const limits = {
    minExcluded: low === exclusiveMinimum,
    maxExcluded: high === exclusiveMaximum,
    noNaN: true,
  };
  const any = fc.double({ min: low, max: high, ...limits });
  // What JSON writes as 0.
  const positive = any.map((value) => (value === 0 ? 0 : value));
  return fc.oneof(...whole, positive);
}
