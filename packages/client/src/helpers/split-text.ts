import type { LatestVersion, NotionVersion, Schema } from "@notional/openapi-types";

/** What the API takes at most as `text.content`, in UTF-16 code units. */
const LONGEST_TEXT = 2_000;

/**
 * Cuts a text into pieces that the API takes. Together they are the text again, and what a reader sees as one character
 * stays in one piece; only a character longer than the limit is cut, between code points.
 *
 * @param limit the longest piece, in UTF-16 code units, which is what the API counts; 2 000 by default
 * @returns no piece for an empty text
 * @throws {RangeError} when the limit has no room for a code point
 */
export function splitText(text: string, limit = LONGEST_TEXT): string[] {
  if (!(limit >= 2)) throw new RangeError(`A piece has at least 2 code units, not ${limit}.`);
  if (text.length <= limit) return text === "" ? [] : [text];
  const characters = new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(text);
  const pieces: string[] = [];
  let start = 0;
  while (text.length - start > limit) {
    const boundary = characters.containing(start + limit)?.index ?? start;
    const end = boundary > start ? boundary : codePointBoundary(text, start + limit);
    pieces.push(text.slice(start, end));
    start = end;
  }
  pieces.push(text.slice(start));
  return pieces;
}

function codePointBoundary(text: string, index: number): number {
  const isInside = /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(index - 1, index + 1));
  return isInside ? index - 1 : index;
}

/**
 * Cuts the long texts of a rich text, each piece with the link and the annotations of the whole. A rich text has at most
 * 100 items; what needs more belongs into several blocks.
 *
 * @param richText what a request takes
 */
export function splitRichText<Version extends NotionVersion = LatestVersion>(
  richText: Schema<"RichTextRequest", Version>,
): Schema<"RichTextRequest", Version> {
  type Item = Schema<"RichTextItemRequest">;
  return (richText as Item[]).flatMap((item): Item[] => {
    if (!("text" in item) || item.text.content.length <= LONGEST_TEXT) return [item];
    // What they read as is that of the whole.
    const { plain_text: _, text, ...rest } = item;
    return splitText(text.content).map((content) => ({ ...rest, text: { ...text, content } }));
  }) as Schema<"RichTextRequest", Version>;
}
