import type { LatestVersion, NotionVersion, Schema } from "@notional/openapi-types";
import { splitText } from "./split-text.ts";

/** An item of a rich text, of an answer or of a request. */
interface Item {
  plain_text?: string;
  text?: { content: string };
  equation?: { expression: string };
}

/**
 * A rich text without its formatting. Mentions read as the API says they do, equations as their expression.
 *
 * @param richText that of an answer, or that of a request, whose mentions read as nothing
 */
export function richTextToPlainText(richText: readonly object[]): string {
  return (richText as readonly Item[])
    .map(({ plain_text, text, equation }) => plain_text ?? text?.content ?? equation?.expression ?? "")
    .join("");
}

/**
 * A text as a rich text without formatting, in items that the API takes.
 *
 * @param text of any length; the API takes at most 100 items, which are 200 000 characters
 */
export function plainTextToRichText<Version extends NotionVersion = LatestVersion>(
  text: string,
): Schema<"RichTextRequest", Version> {
  return splitText(text).map((content) => ({ text: { content } })) as Schema<"RichTextRequest", Version>;
}
