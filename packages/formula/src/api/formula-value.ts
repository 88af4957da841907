import { writeDate } from "../dates/text.ts";
import type { Type } from "../types/type.ts";
import { present } from "../types/type.ts";
import { format } from "../values/format.ts";
import type { DateValue, Value } from "../values/value.ts";

/** The value of a formula as the API gives it. */
export type FormulaValue =
  | { type: "string"; string: string | null }
  | { type: "number"; number: number | null }
  | { type: "boolean"; boolean: boolean | null }
  | { type: "date"; date: { start: string; end: string | null; time_zone: null } | null };

/** Which of the four forms the values of a type have. What is none of the other three is a string. */
export function formulaValueType(type: Type): FormulaValue["type"] {
  const { kind } = present(type);
  return kind === "number" || kind === "boolean" || kind === "date" ? kind : "string";
}

/**
 * A value as the API gives it. A list is one string: its items and those of the lists in it with commas between them,
 * without the empty ones, and nothing when there are none.
 *
 * @param type The type of the formula, which decides the form of an empty value.
 * @param timeZone That of the evaluation.
 */
export function writeFormulaValue(value: Value, type: Type, timeZone = "UTC"): FormulaValue {
  if (value === null) return emptyValue(formulaValueType(type));
  if (typeof value === "number") return { type: "number", number: value };
  if (typeof value === "boolean") return { type: "boolean", boolean: value };
  if (Array.isArray(value)) {
    const texts = leaves(value).map((item) => format(item, timeZone));
    return { type: "string", string: texts.length === 0 ? null : texts.join(",") };
  }
  if (typeof value === "object" && value.kind === "date") return writeDates(value, timeZone);
  return { type: "string", string: format(value, timeZone) };
}

/** Dates of the API have years of four digits: one before or after those is none. */
const WRITABLE = /^\d{4}-/;

function writeDates(value: DateValue, timeZone: string): FormulaValue {
  const start = writeDate(value.start, value, timeZone);
  const end = value.end === null ? null : writeDate(value.end, value, timeZone);
  const isWritable = WRITABLE.test(start) && (end === null || WRITABLE.test(end));
  return { type: "date", date: isWritable ? { start, end, time_zone: null } : null };
}

function emptyValue(type: FormulaValue["type"]): FormulaValue {
  switch (type) {
    case "number":
      return { type, number: null };
    case "boolean":
      return { type, boolean: null };
    case "date":
      return { type, date: null };
    case "string":
      return { type, string: null };
  }
}

function leaves(list: Value[]): Value[] {
  return list.flatMap((item) => (Array.isArray(item) ? leaves(item) : item === null ? [] : [item]));
}
