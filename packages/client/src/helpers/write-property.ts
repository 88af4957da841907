import type { Schema } from "@notional/openapi-types";
import { plainTextToRichText } from "./plain-text.ts";
import type { PlainFile, PlainValues } from "./read-property.ts";

/** A file to attach: one that was read, one of the web, or one that was uploaded. */
export type FileInput =
  | PlainFile
  | { name: string; url: string; hosted?: false }
  | { upload: string; name?: string };

/** What a property of each type that can be written takes. What was read can be written back. */
export interface PropertyInputs {
  title: string | Schema<"RichTextRequest">;
  rich_text: string | Schema<"RichTextRequest">;
  number: number | null;
  select: string | null;
  multi_select: readonly string[];
  status: string | null;
  /** A day or a time, alone or as a range. */
  date: string | Schema<"DateValueRequest"> | null;
  people: readonly string[];
  files: readonly FileInput[];
  checkbox: boolean;
  url: string | null;
  email: string | null;
  phone_number: string | null;
  /** All pages, of which a page that is read shows 25 at most. */
  relation: readonly string[];
  place: PlainValues["place"];
  verification: "verified" | "unverified";
}

/** The types of properties that can be written. */
export type WritableType = keyof PropertyInputs;

/**
 * A property value as requests have it.
 *
 * @param type what the property is
 * @param value what {@link plainValue} reads of it, or something simpler
 *
 * @example
 * await notion.pages.update({ page_id, properties: { Price: propertyValue("number", 12) } });
 */
export function propertyValue<Type extends WritableType>(
  type: Type,
  value: PropertyInputs[Type],
): Schema<"PropertyValueRequest"> {
  const write = writers[type] as ((value: PropertyInputs[Type]) => unknown) | undefined;
  return { [type]: write ? write(value) : value } as unknown as Schema<"PropertyValueRequest">;
}

const richText = (value: string | Schema<"RichTextRequest">) =>
  typeof value === "string" ? plainTextToRichText(value) : value;
const option = (name: string | null) => (name === null ? null : { name });
const references = (ids: readonly string[]) => ids.map((id) => ({ id }));

/** What is missing is sent as it is. */
const writers: { [Type in WritableType]?: (value: PropertyInputs[Type]) => unknown } = {
  title: richText,
  rich_text: richText,
  select: option,
  status: option,
  multi_select: (names) => names.map(option),
  date: (value) => (typeof value === "string" ? { start: value } : value),
  people: references,
  relation: references,
  files: (files) => files.map(file),
  verification: (state) => ({ state }),
};

function file(input: FileInput): object {
  if ("upload" in input) {
    const { upload: id, name } = input;
    return { file_upload: { id }, name };
  }
  const { name, url, hosted } = input;
  return hosted ? { name, file: { url } } : { name, external: { url } };
}
