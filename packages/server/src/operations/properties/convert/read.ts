import type { StoredDate, StoredProperty, StoredRichText, StoredValue } from "../../../store/documents.ts";
import { SEPARATOR, UNTIL } from "./text.ts";

/** Finds the option of a name, and makes one where the type may. */
export type OptionNamed = (name: string) => string | undefined;

/**
 * Text read as a value of another type.
 *
 * @returns Nothing when the text is no such value: the property is then empty.
 */
export function readValue(
  text: string,
  { type }: StoredProperty,
  optionNamed: OptionNamed,
): StoredValue | undefined {
  if (text === "") return undefined;
  switch (type) {
    case "rich_text":
      return { type, rich_text: [plainRun(text)] };
    case "number": {
      const number = readNumber(text);
      return number === undefined ? undefined : { type, number };
    }
    case "select":
      return { type, select: optionNamed(parts(text)[0] ?? "") ?? null };
    case "status":
      return { type, status: optionNamed(parts(text)[0] ?? "") ?? null };
    case "multi_select": {
      const ids = parts(text).flatMap((name) => optionNamed(name) ?? []);
      return { type, multi_select: [...new Set(ids)] };
    }
    case "date": {
      const date = readDate(text);
      return date && { type, date };
    }
    case "people": {
      const ids = parts(text).filter((part) => UUID.test(part));
      return { type, people: ids.map((id) => ({ object: "user", id })) };
    }
    case "files": {
      const urls = parts(text).filter((part) => WEB_URL.test(part));
      return { type, files: urls.map((url) => ({ type: "external", name: url, external: { url } })) };
    }
    case "checkbox":
      return { type, checkbox: YES.test(text) };
    case "url":
      return { type, url: text };
    case "email":
      return { type, email: text };
    case "phone_number":
      return { type, phone_number: text };
    default:
      return undefined;
  }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const WEB_URL = /^https?:\/\/\S+$/;
const YES = /^(yes|true|1)$/i;
const ISO_DATE = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/;

const parts = (text: string): string[] =>
  text
    .split(SEPARATOR.trim())
    .map((part) => part.trim())
    .filter((part) => part !== "");

function plainRun(content: string): StoredRichText {
  const off = { bold: false, italic: false, strikethrough: false, underline: false, code: false };
  return { type: "text", text: { content, link: null }, annotations: { ...off, color: "default" } };
}

/** Commas between thousands are no part of a number; whatever else is there makes it none. */
function readNumber(text: string): number | undefined {
  const number = Number(text.replaceAll(",", "").trim());
  return Number.isFinite(number) && text.trim() !== "" ? number : undefined;
}

function readDate(text: string): StoredDate | undefined {
  const [start = "", end = null] = text.split(UNTIL);
  if (!isDate(start) || (end !== null && !isDate(end))) return undefined;
  return { start, end, time_zone: null };
}

const isDate = (text: string): boolean => ISO_DATE.test(text) && !Number.isNaN(Date.parse(text));
