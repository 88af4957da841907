import type { Schema } from "@notional/openapi-types";
import type { Context } from "../../context.ts";
import type { StoredMention, StoredRichText } from "../../store/documents.ts";
import { undashed } from "../../uuid.ts";
import type { References } from "../references.ts";
import { renderUser } from "../users/render.ts";

type Item = Schema<"RichTextItem">;

/** Where mentions lead. Pages themselves say another address; both were recorded side by side. */
const MENTION_URL = "https://www.notion.so";

/** Stored rich text as an answer has it: with plain text, links and the names of what is mentioned. */
export function renderRichText(
  items: readonly StoredRichText[],
  references: References,
  context: Context,
): Item[] {
  return items.map((item) => {
    const { annotations } = item;
    if (item.type === "text") {
      const { content, link } = item.text;
      return {
        type: "text",
        text: { content, link },
        annotations,
        plain_text: content,
        href: link?.url ?? null,
      };
    }
    if (item.type === "equation") {
      const { expression } = item.equation;
      return { type: "equation", equation: { expression }, annotations, plain_text: expression, href: null };
    }
    const { mention, plain_text, href } = renderMention(item.mention, references, context);
    return { type: "mention", mention, annotations, plain_text, href } as Item;
  });
}

function renderMention(mention: StoredMention, references: References, context: Context) {
  switch (mention.type) {
    case "user": {
      const known = references.users.get(mention.user.id);
      const user = known
        ? renderUser(known, context.connection, references.workspace)
        : { object: "user", id: mention.user.id };
      const name = "name" in user && user.name ? user.name : "Anonymous";
      return { mention: { type: "user", user }, plain_text: `@${name}`, href: null };
    }
    case "page":
    case "database": {
      const { id } = mention.type === "page" ? mention.page : mention.database;
      const title = references.titles.get(id) || "Untitled";
      return {
        mention: { type: mention.type, [mention.type]: { id } },
        plain_text: title,
        href: `${MENTION_URL}/${undashed(id)}`,
      };
    }
    case "custom_emoji": {
      const { id } = mention.custom_emoji;
      const emoji = references.emojis.get(id) ?? { id, name: "", url: "" };
      return {
        mention: { type: "custom_emoji", custom_emoji: emoji },
        plain_text: `:${emoji.name}:`,
        href: null,
      };
    }
    case "date": {
      const { start, end } = mention.date;
      return { mention, plain_text: end ? `${start} → ${end}` : start, href: null };
    }
    case "link_preview":
      return { mention, plain_text: mention.link_preview.url, href: mention.link_preview.url };
    case "link_mention":
      return { mention, plain_text: mention.link_mention.href, href: mention.link_mention.href };
    case "template_mention":
      return { mention, plain_text: templateText(mention.template_mention), href: null };
  }
}

function templateText(content: Schema<"TemplateMentionContent">): string {
  if (content.type === "template_mention_user") return "@Me";
  return content.template_mention_date === "today" ? "@Today" : "@Now";
}
