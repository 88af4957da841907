import type { LatestVersion, NotionVersion, Schema } from "@notional/openapi-types";
import { MARKS_OF, type Token, withMarks } from "./markdown-marks.ts";
import { idFromUrl } from "./notion-url.ts";
import { splitRichText } from "./split-text.ts";

type Item = Schema<"RichTextItemRequest">;
type Annotations = Schema<"AnnotationsRequest">;
/** What holds for a stretch of text, from what stands around it. */
interface Style {
  annotations: Annotations;
  link?: string;
}

/**
 * The formatting inside a paragraph of Markdown as a rich text, in the dialect of {@link richTextToMarkdown}. What is a
 * block in Markdown (headings, lists) stays text; `blocks.children.append` and `pages.create` take those.
 *
 * Signs that begin nothing, or end nothing, are text. Texts are cut at 2 000 characters.
 *
 * @param markdown of one paragraph
 */
export function markdownToRichText<Version extends NotionVersion = LatestVersion>(
  markdown: string,
): Schema<"RichTextRequest", Version> {
  const items = merged(withMarks(tokensOf(markdown, { annotations: {} })));
  return splitRichText(items) as Schema<"RichTextRequest", Version>;
}

/** Each reads what stands at its place, if it is one of its kind. */
const READERS: [pattern: RegExp, read: (match: RegExpExecArray, style: Style, before: string) => Token[]][] =
  [
    [/\\([!-/:-@[-`{-~])/y, ([, sign = ""], style) => [text(sign, style)]],
    [/<br\s*\/?>/y, (_, style) => [text("\n", style)]],
    [/(?<!`)(`+)(?!`)([\s\S]*?[^`])\1(?!`)/y, ([, , content = ""], style) => [code(content, style)]],
    [
      /\$(?!\s)((?:\\\$|[^$\\]|\\(?!\$))+?)\s?\$(?!\d)/y,
      ([, expression = ""], style) => [equation(expression, style)],
    ],
    [
      /\[((?:\\[\s\S]|(?<ticks>`+)(?!`)(?:(?!(?<!`)\k<ticks>(?!`))[\s\S])*\k<ticks>(?!`)|[^\]\\`])*)\]\((?:<((?:\\.|[^>\\])*)>|([^\s()]*(?:\([^\s()]*\)[^\s()]*)*))\)/y,
      ([, inner = "", , bracketed, bare], style) => {
        const link = bracketed?.replace(/\\(.)/g, "$1") ?? bare ?? "";
        return nested(inner, link === "" ? style : { ...style, link });
      },
    ],
    [
      /<span((?:\s+[\w-]+="[^"]*")*)\s*>([\s\S]*?)<\/span>/y,
      ([, attributes = "", inner = ""], style) =>
        nested(inner, { ...style, annotations: { ...style.annotations, ...spanOf(attributes) } }),
    ],
    [
      /<mention-(user|page|database|date)((?:\s+[\w-]+="[^"]*")*)\s*(?:\/>|>[\s\S]*?<\/mention-\1>)/y,
      ([whole, kind = "", attributes = ""], style) => [
        mention(kind, attributesOf(attributes), style) ?? text(whole, style),
      ],
    ],
    [
      /\*+|~~/y,
      ([sign], style, before) => {
        const marks = MARKS_OF[sign];
        if (!marks) return [text(sign, style)];
        // Whether a space follows is seen when the next token is read.
        const asText = (content: string) => textItem(content, style);
        return [{ marks, canOpen: true, canClose: /\S$/.test(before), asText }];
      },
    ],
    [/[^\\<`$[*~]+|[\s\S]/y, ([plain], style) => [text(plain, style)]],
  ];

function tokensOf(markdown: string, style: Style): Token[] {
  const tokens: Token[] = [];
  let index = 0;
  while (index < markdown.length) {
    for (const [pattern, read] of READERS) {
      pattern.lastIndex = index;
      const match = pattern.exec(markdown);
      if (!match) continue;
      const end = index + match[0].length;
      for (const token of read(match, style, markdown.slice(0, index))) {
        tokens.push(
          "marks" in token ? { ...token, canOpen: /^\S/.test(markdown.slice(end, end + 1)) } : token,
        );
      }
      index = end;
      break;
    }
  }
  return tokens;
}

/** What is inside a link or a span has its signs for itself. */
const nested = (markdown: string, style: Style): Token[] =>
  withMarks(tokensOf(markdown, style)).map((item) => ({ item }));

/** Neighbours with the same formatting are one item. */
function merged(items: Item[]): Item[] {
  const result: Item[] = [];
  for (const item of items) {
    const last = result.at(-1);
    if ("text" in item && item.text?.content === "") continue;
    if (
      last &&
      "text" in last &&
      "text" in item &&
      last.text &&
      item.text &&
      looksOf(last) === looksOf(item)
    ) {
      result[result.length - 1] = {
        ...last,
        text: { ...last.text, content: last.text.content + item.text.content },
      };
    } else result.push(item);
  }
  return result;
}

const looksOf = ({ text, annotations }: Extract<Item, { text: unknown }>): string =>
  JSON.stringify([text.link?.url, Object.entries(annotations ?? {}).sort()]);

const styled = (style: Style) =>
  Object.keys(style.annotations).length > 0 ? { annotations: style.annotations } : {};

const textItem = (content: string, style: Style): Item => ({
  text: { content, ...(style.link !== undefined && { link: { url: style.link } }) },
  ...styled(style),
});

const text = (content: string, style: Style): Token => ({ item: textItem(content, style) });

function code(content: string, style: Style): Token {
  const unpadded = /^ [\s\S]* $/.test(content) && content.trim() !== "" ? content.slice(1, -1) : content;
  return text(unpadded.replace(/<br\s*\/?>/g, "\n"), {
    ...style,
    annotations: { ...style.annotations, code: true },
  });
}

const equation = (expression: string, style: Style): Token => ({
  item: { equation: { expression: expression.replaceAll("\\$", "$") }, ...styled(style) },
});

function mention(kind: string, attributes: Record<string, string>, style: Style): Token | undefined {
  const { url = "", start, end, timeZone } = attributes;
  if (kind === "date") {
    if (!start) return undefined;
    const date = { start, ...(end && { end }), ...(timeZone && { time_zone: timeZone }) };
    return { item: { mention: { date }, ...styled(style) } };
  }
  const id = idFromUrl(url);
  if (!id) return undefined;
  return {
    item: { mention: { [kind]: { id } } as unknown as Schema<"PageMentionRequest">, ...styled(style) },
  };
}

const attributesOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, value]),
  );

function spanOf(text: string): Annotations {
  const { underline, color } = attributesOf(text);
  const named = color?.replace(/_bg$/, "_background") as Annotations["color"];
  return { ...(underline === "true" && { underline: true }), ...(named && { color: named }) };
}
