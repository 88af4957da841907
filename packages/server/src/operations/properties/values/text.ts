import type { Schema } from "@notional/openapi-types";
import type { StoredRichText } from "../../../store/documents.ts";
import { readRichText } from "../../rich-text/read.ts";
import { renderRichText } from "../../rich-text/render.ts";
import type { Rendering, ValueType } from "./value-type.ts";

export const title: ValueType<"title"> = {
  read: (request) => readRichText(request),
  render: (stored = [], rendering) => renderText(stored, rendering),
};

export const richText: ValueType<"rich_text"> = {
  read: (request) => readRichText(request),
  render: (stored = [], rendering) => renderText(stored, rendering),
};

/** Mentions of people and pages beyond the limit are not filled in. */
function renderText(
  items: readonly StoredRichText[],
  { references, context, limit = Number.POSITIVE_INFINITY }: Rendering,
): Schema<"RichTextItem">[] {
  if (items.length <= limit) return renderRichText(items, references, context);
  const unfilled = { ...references, users: new Map(), titles: new Map() };
  let mentions = 0;
  return items.flatMap((item) => {
    if (item.type === "mention") mentions += 1;
    return renderRichText([item], mentions > limit ? unfilled : references, context);
  });
}
