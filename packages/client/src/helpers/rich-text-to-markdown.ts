import type { Schema } from "@notional/openapi-types";
import { urlFromId } from "./notion-url.ts";

// The dialect is that of the API itself: see spec/guides/markdown.md.

/** What is written by a sign before and after, in the order in which it is opened. */
const DELIMITERS = { bold: "**", italic: "*", strikethrough: "~~" } as const;
type Mark = keyof typeof DELIMITERS;
const MARKS = Object.keys(DELIMITERS) as Mark[];

/** An item of an answer, or of a request, where most of it may be missing. */
interface Item {
  text?: { content: string; link?: { url: string } | null };
  mention?: Schema<"Mention"> | Schema<"MentionRequest">;
  equation?: { expression: string };
  annotations?: Partial<Schema<"Annotations">>;
  plain_text?: string;
  href?: string | null;
}

/** What has the same formatting from its beginning to its end. */
interface Stretch {
  markdown: string;
  marks: Mark[];
  isSpace: boolean;
}

/**
 * A rich text as Markdown, in the dialect of the API's own: `<span underline="true" color="red">` for what Markdown lacks,
 * `$x$` for equations, `<br>` for line breaks, `<mention-page url="…">` and the like for mentions.
 *
 * Space at the ends of bold, italic and struck text loses that formatting: Markdown has none for it.
 *
 * @param richText that of an answer or of a request
 */
export function richTextToMarkdown(richText: readonly object[]): string {
  const stretches = (richText as readonly Item[]).flatMap(stretchesOf);
  let markdown = "";
  let open: Mark[] = [];
  for (const [index, { markdown: text }] of stretches.entries()) {
    const marks = marksAt(stretches, index);
    const closing = open.filter((mark) => !marks.includes(mark)).toReversed();
    const opening = marks.filter((mark) => !open.includes(mark));
    markdown += [...closing, ...opening].map((mark) => DELIMITERS[mark]).join("") + text;
    open = marks;
  }
  return (
    markdown +
    open
      .toReversed()
      .map((mark) => DELIMITERS[mark])
      .join("")
  );
}

/** Space has the formatting that goes on behind it. */
function marksAt(stretches: Stretch[], index: number): Mark[] {
  const { marks, isSpace } = stretches[index] as Stretch;
  if (!isSpace) return marks;
  const before = stretches.slice(0, index).findLast((stretch) => !stretch.isSpace);
  const after = stretches.slice(index).find((stretch) => !stretch.isSpace);
  return marks.filter((mark) => before?.marks.includes(mark) && after?.marks.includes(mark));
}

function stretchesOf(item: Item): Stretch[] {
  const { annotations = {} } = item;
  const marks = MARKS.filter((mark) => annotations[mark]);
  const stretch = (inner: string, isSpace = false): Stretch => ({
    markdown: around(item, inner),
    marks,
    isSpace,
  });
  if (item.equation) return [stretch(equation(item.equation.expression))];
  if (item.mention) return [stretch(mention(item.mention, item))];
  const content = item.text?.content ?? item.plain_text ?? "";
  if (content === "") return [];
  if (annotations.code) return [stretch(code(content))];
  return content.split(/^(\s+)|(\s+)$/).flatMap((part) => {
    if (!part) return [];
    return [stretch(escapeText(part), part.trim() === "")];
  });
}

/** Link and colours, which cannot be toggled as marks can. */
function around({ text, annotations: { underline, color } = {} }: Item, inner: string): string {
  const link = text?.link;
  const linked = link ? `[${inner}](${destination(link.url)})` : inner;
  const attributes = [
    ...(underline ? ['underline="true"'] : []),
    ...(color && color !== "default" ? [`color="${color.replace("_background", "_bg")}"`] : []),
  ];
  return attributes.length > 0 ? `<span ${attributes.join(" ")}>${linked}</span>` : linked;
}

const escapeText = (text: string): string =>
  text.replace(/[\\*~`$[\]<>{}|^]/g, "\\$&").replace(/\n/g, "<br>");

function code(content: string): string {
  const runs = content.match(/`+/g) ?? [];
  const fence = "`".repeat(Math.max(0, ...runs.map(({ length }) => length)) + 1);
  // A space on both sides is taken away again by whoever reads it.
  const pad = /^`|`$|^ .*[^ ].* $|^ .* $/s.test(content) && content.trim() !== "" ? " " : "";
  return fence + pad + content.replace(/\n/g, "<br>") + pad + fence;
}

function equation(expression: string): string {
  const escaped = expression.trim().replaceAll("$", "\\$").replace(/\s+/g, " ");
  return `$${escaped}${escaped.endsWith("\\") ? " " : ""}$`;
}

const destination = (url: string): string =>
  /[\s()<>\\]/.test(url) ? `<${url.replace(/[<>\\]/g, "\\$&").replace(/\s/g, encodeURIComponent)}>` : url;

function mention(value: object, { plain_text = "", href }: Item): string {
  const { user, page, database, date } = value as {
    [Type in "user" | "page" | "database"]?: { id: string };
  } & {
    date?: Schema<"DateValue">;
  };
  const text = escapeText(plain_text);
  const tag = (name: string, url: string) => `<mention-${name} url="${url}">${text}</mention-${name}>`;
  if (user) return tag("user", user.id);
  if (page) return tag("page", urlFromId(page.id));
  if (database) return tag("database", urlFromId(database.id));
  if (date) {
    const { start, end, time_zone } = date;
    const attributes = [
      `start="${start}"`,
      ...(end ? [`end="${end}"`] : []),
      ...(time_zone ? [`timeZone="${time_zone}"`] : []),
    ];
    return `<mention-date ${attributes.join(" ")}/>`;
  }
  return href ? `[${text}](${destination(href)})` : text;
}
