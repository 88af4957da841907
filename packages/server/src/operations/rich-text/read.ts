import type { Schema } from "@notional/openapi-types";
import { contentRefused } from "../../errors.ts";
import type { Annotations, StoredMention, StoredRichText } from "../../store/documents.ts";
import { dashed } from "../../uuid.ts";
import { readDate } from "../dates.ts";

type ItemRequest = Schema<"RichTextItemRequest">;

const plain: Annotations = {
  bold: false,
  italic: false,
  strikethrough: false,
  underline: false,
  code: false,
  color: "default",
};

/** How strictly content is read. */
export interface ContentReading {
  /** Whether links may lead anywhere. Requests may not say so, but what is there already may have any address. */
  anyUrl?: boolean;
}

/**
 * Rich text as a request has it, in the form in which it is kept: adjacent runs that look alike are one, and
 * runs without text are none.
 *
 * @throws ApiError validation_error for a link that is no URL
 */
export function readRichText(
  items: readonly ItemRequest[],
  { anyUrl = false }: ContentReading = {},
): StoredRichText[] {
  const kept: StoredRichText[] = [];
  for (const item of items) add(kept, readItem(item, anyUrl));
  return kept;
}

function readItem(item: ItemRequest, anyUrl: boolean): StoredRichText {
  const annotations: Annotations = { ...plain, ...item.annotations };
  if ("mention" in item && item.mention) {
    return { type: "mention", mention: readMention(item.mention), annotations };
  }
  if ("equation" in item && item.equation) {
    return { type: "equation", equation: { expression: item.equation.expression }, annotations };
  }
  const { content, link } = (item as { text: { content: string; link?: { url: string } | null } }).text;
  return { type: "text", text: { content, link: link ? readLink(link, anyUrl) : null }, annotations };
}

/** Links within the workspace read back as paths, and may be sent so. */
function readLink({ url }: { url: string }, anyUrl: boolean): { url: string } {
  if (!anyUrl && !url.startsWith("/") && !URL.canParse(url)) throw contentRefused("Invalid URL for link.");
  return { url };
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
    return { type: "date", date: readDate(mention.date) };
  }
  if ("template_mention" in mention && mention.template_mention) {
    return { type: "template_mention", template_mention: readTemplateMention(mention.template_mention) };
  }
  // The others cannot be in requests; seeds have them as answers do.
  return mention as StoredMention;
}

/** The key says the type, which requests may leave out. */
function readTemplateMention(
  content: Schema<"TemplateMentionContentRequest">,
): Schema<"TemplateMentionContent"> {
  return "template_mention_date" in content
    ? { type: "template_mention_date", template_mention_date: content.template_mention_date }
    : { type: "template_mention_user", template_mention_user: content.template_mention_user };
}

function add(kept: StoredRichText[], item: StoredRichText): void {
  const last = kept.at(-1);
  if (item.type !== "text") kept.push(item);
  else if (last?.type === "text" && looksAlike(last, item)) {
    const content = last.text.content + item.text.content;
    kept[kept.length - 1] = { ...last, text: { ...last.text, content } };
  } else if (item.text.content !== "") kept.push(item);
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
