import { showDate } from "../dates/text.ts";
import type { Value } from "./value.ts";

/**
 * A value as text, as `format` and `join` show it. Empty is no text at all, a list has its items with commas between
 * them, a person and a page are called by their names.
 */
export function format(value: Value, timeZone: string): string {
  if (value === null) return "";
  if (Array.isArray(value)) return value.map((item) => format(item, timeZone)).join(",");
  if (typeof value !== "object") return String(value);
  switch (value.kind) {
    case "date":
      return showDate(value, timeZone);
    case "person":
      return value.name ?? "";
    case "page":
      return value.title;
  }
}
