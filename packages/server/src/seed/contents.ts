import type { Schema } from "@notional/openapi-types";
import { readContent } from "../operations/blocks/content.ts";
import { contentFields } from "../operations/blocks/fields.ts";
import { readCover as readRequestedCover, readIcon as readRequestedIcon } from "../operations/icons.ts";
import { readRichText } from "../operations/rich-text/read.ts";
import type { BlockDocument, StoredCover, StoredIcon, StoredRichText } from "../store/documents.ts";

type RichTextRequest = Schema<"RichTextItemRequest">[];

/** What answers show may have any address, also one that a request is refused for. */
const asShown = { anyUrl: true };

/** Rich text as answers and requests have it, or plain text. */
export const readText = (value: unknown): StoredRichText[] => readRichText(asRichText(value), asShown);

/** An icon as answers and requests have it, or an emoji. */
export const readIcon = (value: unknown): StoredIcon => readRequestedIcon(asIcon(value));

/** A cover as answers and requests have it, or its URL. */
export const readCover = (value: unknown): StoredCover =>
  readRequestedCover(
    (typeof value === "string" ? { type: "external", external: { url: value } } : (value ?? null)) as never,
    asShown,
  );

/**
 * What stands under the type of a block: as answers and requests have it, or what it is about as text alone.
 *
 * @throws ApiError validation_error for what the API refuses too
 */
export function readBlockContent(type: string, value: unknown): BlockDocument {
  const content = typeof value === "string" ? contentOf(type, value) : ((value ?? {}) as BlockDocument);
  const expanded = Object.entries(content).map(([key, inner]) => [key, expand(key, inner)]);
  const known = contentFields[type] ?? {};
  // What only answers have, such as when a meeting was; blocks that are nested in this one stand on their own.
  const rest = expanded.filter(([key, inner]) => !(String(key) in known) && !Array.isArray(inner));
  return { ...Object.fromEntries(rest), ...readContent(type, Object.fromEntries(expanded), asShown) };
}

/** Plain texts as requests have them, wherever a block may have them. */
function expand(key: string, value: unknown): unknown {
  if (key === "rich_text" || key === "caption" || key === "title") return asRichText(value);
  if (key === "cells") return (value as unknown[]).map(asRichText);
  return key === "icon" ? asIcon(value) : value;
}

function asRichText(value: unknown): RichTextRequest {
  if (value === undefined || value === null || value === "") return [];
  if (typeof value !== "string") return value as RichTextRequest;
  return [{ type: "text", text: { content: value } }];
}

const asIcon = (value: unknown): Schema<"IconRequest"> | null =>
  (typeof value === "string"
    ? { type: "emoji", emoji: value }
    : (value ?? null)) as Schema<"IconRequest"> | null;

/** Types of which a text alone says where something is. */
const LINKS = new Set(["bookmark", "embed", "link_preview"]);
const FILES = new Set(["image", "video", "audio", "file", "pdf"]);

function contentOf(type: string, text: string): BlockDocument {
  if (type === "equation") return { expression: text };
  if (LINKS.has(type)) return { url: text };
  if (FILES.has(type)) return { type: "external", external: { url: text } };
  return { rich_text: text, ...(type === "code" && { language: "plain text" }) };
}
