import type { Schema } from "@notional/openapi-types";
import { richTextToPlainText } from "./plain-text.ts";

/** A file of a property. The URL of a hosted one works for an hour. */
export interface PlainFile {
  name: string;
  url: string;
  /** Whether Notion holds the file, and not only its address. */
  hosted: boolean;
}

/** What a property of each type reads as, without what the API wraps around it. */
export interface PlainValues {
  title: string;
  rich_text: string;
  number: number | null;
  /** The name of the option. */
  select: string | null;
  multi_select: string[];
  status: string | null;
  date: Schema<"DateValue"> | null;
  /** The ids of people and groups. */
  people: string[];
  files: PlainFile[];
  checkbox: boolean;
  url: string | null;
  email: string | null;
  phone_number: string | null;
  /** Nothing at all where the API does not compute it. */
  formula: string | number | boolean | Schema<"DateValue"> | null | undefined;
  /** The ids of the pages: of 25 at most in a page that is read. */
  relation: string[];
  /** Several values where it shows the original ones. Nothing at all where the API does not compute it. */
  rollup: number | Schema<"DateValue"> | null | undefined | PlainValues[Exclude<PropertyType, "rollup">][];
  created_time: string;
  /** The id of the user. */
  created_by: string;
  last_edited_time: string;
  last_edited_by: string;
  /** With its prefix: `BEAN-12`. */
  unique_id: string | null;
  verification: "verified" | "unverified" | "expired" | null;
  place: Schema<"PlaceValue"> | null;
  button: null;
}

/** The types of properties whose values are known. */
export type PropertyType = keyof PlainValues;

/** A value of a property as answers of any version have it. */
type Value = Schema<"PropertyValue"> | Schema<"RollupElement">;

/**
 * A property value without what the API wraps around it.
 *
 * @param value of `properties` of a page, of any version
 */
export function plainValue<Type extends PropertyType>(value: { type: Type }): PlainValues[Type] {
  return read(value as unknown as Value) as PlainValues[Type];
}

function read(value: Value): unknown {
  switch (value.type) {
    case "title":
      return richTextToPlainText(value.title);
    case "rich_text":
      return richTextToPlainText(value.rich_text);
    case "select":
      return value.select?.name ?? null;
    case "status":
      return value.status?.name ?? null;
    case "multi_select":
      return value.multi_select.map(({ name }) => name);
    case "people":
      return value.people.map(({ id }) => id);
    case "relation":
      return value.relation.map(({ id }) => id);
    case "files":
      return value.files.map(plainFile);
    case "created_by":
      return value.created_by.id;
    case "last_edited_by":
      return value.last_edited_by.id;
    case "formula":
      return computed(value.formula);
    case "rollup":
      return computed(value.rollup);
    case "unique_id":
      return plainUniqueId(value.unique_id);
    case "verification":
      return value.verification?.state ?? null;
    case "button":
      return null;
    default:
      return underType(value);
  }
}

function plainFile(file: Schema<"FileValue">): PlainFile {
  const hosted = file.type === "file";
  return { name: file.name, url: (hosted ? file.file : file.external).url, hosted };
}

function computed(result: Schema<"FormulaValue"> | Schema<"RollupValue">): unknown {
  if (result.type === "array") return result.array.map(read);
  return result.type === "unsupported" ? undefined : underType(result);
}

/** What stands under its type as it is. */
const underType = (value: object): unknown => {
  const fields = value as Record<string, unknown>;
  return fields[fields.type as string] ?? null;
};

function plainUniqueId({ prefix, number }: Schema<"UniqueIdValue">): string | null {
  if (number === null) return null;
  return prefix ? `${prefix}-${number}` : String(number);
}

/**
 * The value of a property of a page, read as its type.
 *
 * @param page a full page of any version
 * @param name of the property, or its id
 * @param type what the property is
 * @throws {TypeError} when the page has no such property, or it is of another type
 *
 * @example
 * const price = readProperty(page, "Price", "number"); // number | null
 */
export function readProperty<Type extends PropertyType>(
  page: { properties: Record<string, { id?: string; type: string }> },
  name: string,
  type: Type,
): PlainValues[Type] {
  const value = page.properties[name] ?? Object.values(page.properties).find(({ id }) => id === name);
  if (!value) throw new TypeError(`The page has no property ${JSON.stringify(name)}.`);
  if (value.type !== type) throw new TypeError(`${JSON.stringify(name)} is ${value.type}, not ${type}.`);
  return plainValue(value as { type: Type });
}
