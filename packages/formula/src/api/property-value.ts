import { parseDate } from "../dates/text.ts";
import type { DateValue, Person, Row, Value } from "../values/value.ts";

/** The value of a property as pages of 2026-03-11 have it. What belongs to its type is under the name of the type. */
export interface PropertyValue {
  type: string;
  [value: string]: unknown;
}

export interface ReadPropertyOptions {
  /** The page of an id, for relations. Those that are unknown are left out. */
  page: (id: string) => Row | undefined;
  /** The zone of the evaluation, in which a day begins. UTC unless told. */
  timeZone?: string;
}

/** What a property of a page is in a formula: of the type that `readSchema` says. */
export function readProperty(property: PropertyValue, options: ReadPropertyOptions): Value {
  const value = property[property.type];
  if (value === null || value === undefined) return null;
  switch (property.type) {
    case "title":
    case "rich_text":
      return (value as { plain_text: string }[]).map(({ plain_text }) => plain_text).join("") || null;
    case "select":
    case "status":
      return (value as { name: string }).name;
    case "multi_select":
    case "files":
      return (value as { name: string }[]).map(({ name }) => name);
    case "number":
    case "checkbox":
    case "url":
    case "email":
    case "phone_number":
      return value as string | number | boolean;
    case "unique_id": {
      const { prefix, number } = value as { prefix: string | null; number: number | null };
      return number === null ? null : prefix === null ? String(number) : `${prefix}-${number}`;
    }
    case "date":
      return readDate(value as ApiDate, options);
    case "created_time":
    case "last_edited_time":
      return readDate({ start: value as string, end: null }, options);
    case "people":
      return (value as ApiUser[]).map(readPerson);
    case "created_by":
    case "last_edited_by":
      return readPerson(value as ApiUser);
    case "relation":
      return (value as { id: string }[])
        .map(({ id }) => options.page(id))
        .filter((page) => page !== undefined);
    case "formula":
    case "rollup":
      return readResult(value as PropertyValue, options);
    default:
      return null;
  }
}

/** The result of a formula or a rollup: a value of a basic type, or an array of the values of properties. */
function readResult(result: PropertyValue, options: ReadPropertyOptions): Value {
  const value = result[result.type];
  if (value === null || value === undefined) return null;
  if (result.type === "array") {
    return (value as PropertyValue[]).flatMap((item) => readProperty(item, options));
  }
  if (result.type === "date") return readDate(value as ApiDate, options);
  return ["string", "number", "boolean"].includes(result.type) ? (value as string | number | boolean) : null;
}

interface ApiDate {
  start: string;
  end: string | null;
  time_zone?: string | null;
}

function readDate(
  { start, end, time_zone }: ApiDate,
  { timeZone = "UTC" }: ReadPropertyOptions,
): DateValue | null {
  const first = parseDate(start, time_zone ?? timeZone);
  const last = end === null ? null : parseDate(end, time_zone ?? timeZone);
  return first && { ...first, end: last?.start ?? null, zone: time_zone ?? first.zone };
}

interface ApiUser {
  id: string;
  name?: string | null;
  person?: { email?: string };
}

function readPerson({ id, name, person }: ApiUser): Person {
  return { kind: "person", id, name: name ?? null, email: person?.email ?? null };
}
