import { Marked, type Tokens } from "marked";
import { highlight } from "./highlight.ts";
import { escapeHtml } from "./html.ts";

/** A heading of a page, for its table of contents. */
export interface Heading {
  id: string;
  /** Without markup. */
  text: string;
  depth: number;
}

export interface RenderOptions {
  /**
   * Where a link leads.
   *
   * @param href What the Markdown says.
   * @param text The text of the link, without markup.
   * @returns The address on this site, or undefined when there is nothing there; the text then stands alone.
   */
  resolve?: (href: string, text: string) => string | undefined;
}

/**
 * Renders Markdown as HTML. HTML inside it is shown as text.
 */
export function renderMarkdown(markdown: string, { resolve = (href) => href }: RenderOptions = {}): string {
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth, text }) {
        const id = headingId(plain(text));
        const anchor = depth === 1 ? "" : ` <a class="anchor" href="#${id}" aria-label="This section">#</a>`;
        return `<h${depth} id="${id}">${this.parser.parseInline(tokens)}${anchor}</h${depth}>\n`;
      },
      link({ href, tokens, text }) {
        const html = this.parser.parseInline(tokens);
        const target = resolve(href, plain(text));
        return target === undefined ? html : `<a href="${escapeHtml(target)}">${html}</a>`;
      },
      code({ text, lang }) {
        return `<pre tabindex="0"><code>${highlight(text, languageOf(lang))}</code></pre>\n`;
      },
      table(token) {
        return `<div class="wide" tabindex="0">${table(token, (tokens) => this.parser.parseInline(tokens))}</div>\n`;
      },
      html({ text }) {
        return escapeHtml(text);
      },
    },
  });
  return marked.parse(markdown, { async: false }).trim();
}

/** The headings of Markdown, in order. */
export function headingsOf(markdown: string): Heading[] {
  return new Marked().lexer(markdown).flatMap((token) => {
    if (token.type !== "heading") return [];
    const text = plain((token as Tokens.Heading).text);
    return [{ id: headingId(text), text, depth: (token as Tokens.Heading).depth }];
  });
}

/** The id of a heading, as GitHub makes it. */
export const headingId = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, "")
    .replaceAll(" ", "-");

/** The first word after the fence; the rest is for the check of the samples. */
const languageOf = (info = ""): string => info.split(" ", 1)[0] ?? "";

const plain = (text: string): string => text.replaceAll("`", "");

function table(
  { header, rows }: Tokens.Table,
  inline: (tokens: Tokens.TableCell["tokens"]) => string,
): string {
  const row = (cells: Tokens.TableCell[], tag: "th" | "td"): string =>
    `<tr>${cells.map(({ tokens }) => `<${tag}>${inline(tokens)}</${tag}>`).join("")}</tr>`;
  const body = rows.map((cells) => row(cells, "td")).join("");
  return `<table><thead>${row(header, "th")}</thead><tbody>${body}</tbody></table>`;
}
