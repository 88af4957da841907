import type { Schema } from "@notional/openapi-types";
import { readRichText } from "../operations/rich-text/read.ts";
import type { BlockDocument, StoredCover, StoredIcon, StoredRichText } from "../store/documents.ts";

/** Keys that hold rich text, in blocks of any type. */
const RICH_TEXT_KEYS = new Set(["rich_text", "caption", "title"]);

/** Rich text as answers and requests have it, or plain text. */
export function readText(value: unknown): StoredRichText[] {
  if (value === undefined || value === null || value === "") return [];
  if (typeof value === "string") return readRichText([{ type: "text", text: { content: value } }]);
  return readRichText(value as Schema<"RichTextItemRequest">[]);
}

/** An icon as answers have it, or an emoji. */
export function readIcon(value: unknown): StoredIcon {
  if (typeof value === "string") return { type: "emoji", emoji: value } as StoredIcon;
  return (value ?? null) as StoredIcon;
}

/** A cover as answers have it, or a URL. */
export function readCover(value: unknown): StoredCover {
  if (typeof value === "string") return { type: "external", external: { url: value } } as StoredCover;
  return (value ?? null) as StoredCover;
}

/** What stands under the type of a block: as answers and requests have it, or plain text where that is all. */
export function readBlockContent(type: string, value: unknown): BlockDocument {
  const content = typeof value === "string" ? shorthand(type, value) : ((value ?? {}) as BlockDocument);
  const { children: _, ...own } = content;
  const entries = Object.entries(own).map(([key, inner]) => {
    if (RICH_TEXT_KEYS.has(key)) return [key, readText(inner)];
    if (key === "cells") return [key, (inner as unknown[]).map(readText)];
    return [key, key === "icon" ? readIcon(inner) : inner];
  });
  return Object.fromEntries(entries) as BlockDocument;
}

/** What a text alone means for a block: its URL where blocks of the type have one, else its rich text. */
function shorthand(type: string, text: string): BlockDocument {
  if (type === "equation") return { expression: text };
  if (["bookmark", "embed", "link_preview"].includes(type)) return { url: text };
  if (["image", "video", "audio", "file", "pdf"].includes(type))
    return { type: "external", external: { url: text } };
  return {
    rich_text: text,
    ...(type === "to_do" && { checked: false }),
    ...(type === "code" && { language: "plain text" }),
  };
}
