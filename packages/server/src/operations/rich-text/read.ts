import type { Schema } from "@notional/openapi-types";
import type { Annotations, StoredMention, StoredRichText } from "../../store/documents.ts";
import { dashed } from "../../uuid.ts";

type ItemRequest = Schema<"RichTextItemRequest">;

const plain: Annotations = {
  bold: false,
  italic: false,
  strikethrough: false,
  underline: false,
  code: false,
  color: "default",
};

/** Rich text as a request has it, in the form in which it is kept: adjacent runs that look alike are one. */
export function readRichText(items: readonly ItemRequest[]): StoredRichText[] {
  return items.map(readItem).reduce<StoredRichText[]>(merge, []);
}

function readItem(item: ItemRequest): StoredRichText {
  const annotations: Annotations = { ...plain, ...item.annotations };
  if ("mention" in item && item.mention) {
    return { type: "mention", mention: readMention(item.mention), annotations };
  }
  if ("equation" in item && item.equation) {
    return { type: "equation", equation: { expression: item.equation.expression }, annotations };
  }
  const { content, link } = (item as { text: { content: string; link?: { url: string } | null } }).text;
  return { type: "text", text: { content, link: link ? { url: link.url } : null }, annotations };
}

function readMention(mention: Schema<"MentionRequest">): StoredMention {
  if ("user" in mention && mention.user) return { type: "user", user: { id: dashed(mention.user.id) } };
  if ("page" in mention && mention.page) return { type: "page", page: { id: dashed(mention.page.id) } };
  if ("database" in mention && mention.database) {
    return { type: "database", database: { id: dashed(mention.database.id) } };
  }
  if ("custom_emoji" in mention && mention.custom_emoji) {
    return { type: "custom_emoji", custom_emoji: { id: dashed(mention.custom_emoji.id) } };
  }
  if ("date" in mention && mention.date) {
    const { start, end = null, time_zone = null } = mention.date;
    return { type: "date", date: { start, end, time_zone } } as StoredMention;
  }
  return mention as StoredMention;
}

function merge(kept: StoredRichText[], item: StoredRichText): StoredRichText[] {
  const last = kept.at(-1);
  if (last?.type === "text" && item.type === "text" && looksAlike(last, item)) {
    const content = last.text.content + item.text.content;
    return [...kept.slice(0, -1), { ...last, text: { ...last.text, content } }];
  }
  return [...kept, item];
}

function looksAlike(
  one: Extract<StoredRichText, { type: "text" }>,
  other: Extract<StoredRichText, { type: "text" }>,
): boolean {
  const keys = Object.keys(plain) as (keyof Annotations)[];
  return (
    one.text.link?.url === other.text.link?.url &&
    keys.every((key) => one.annotations[key] === other.annotations[key])
  );
}
