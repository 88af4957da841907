import type { StoredProperty, StoredValue } from "../../../store/documents.ts";
import { plainText } from "../../titles.ts";
import { optionsOf } from "../schema/options.ts";

/** Between the parts of a value that has several, as text. */
export const SEPARATOR = ", ";

/** Between the start and the end of a date, as text. */
export const UNTIL = " → ";

/** A value as text, which is what values are converted through. Empty when there is nothing to keep. */
export function textOf(value: StoredValue, { config }: StoredProperty): string {
  const names = (ids: readonly (string | null)[]): string =>
    optionsOf(config)
      .filter(({ id }) => ids.includes(id))
      .map(({ name }) => name)
      .join(SEPARATOR);
  switch (value.type) {
    case "title":
      return plainText(value.title);
    case "rich_text":
      return plainText(value.rich_text);
    case "number":
      return value.number === null ? "" : String(value.number);
    case "select":
      return names([value.select]);
    case "status":
      return names([value.status]);
    case "multi_select":
      return names(value.multi_select);
    case "date":
      return [value.date?.start, value.date?.end].filter(Boolean).join(UNTIL);
    case "people":
      return value.people.map(({ id }) => id).join(SEPARATOR);
    case "files":
      return value.files
        .map((file) => (file.type === "external" ? file.external.url : file.name))
        .join(SEPARATOR);
    case "checkbox":
      return value.checkbox ? "Yes" : "No";
    case "url":
      return value.url ?? "";
    case "email":
      return value.email ?? "";
    case "phone_number":
      return value.phone_number ?? "";
    case "unique_id":
      return String(value.unique_id);
    case "place":
      return String(value.place?.name ?? value.place?.address ?? "");
    case "verification":
      return "";
  }
}
