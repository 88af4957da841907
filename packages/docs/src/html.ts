const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text as HTML, in an element or in a quoted attribute. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (char) => ENTITIES[char] ?? char);

/** Escaped text in which `code` is marked up. */
const inline = (text: string): string => escapeHtml(text).replace(/`([^`]+)`/g, "<code>$1</code>");

/**
 * Renders the Markdown that VERSIONS.md uses: paragraphs, lists and tables, with `code` in them.
 */
export function renderMarkdown(markdown: string): string {
  return markdown
    .split(/\n{2,}/)
    .map((block) => block.trim())
    .filter((block) => block !== "")
    .map((block) => {
      if (block.startsWith("|")) return table(block.split("\n"));
      if (block.startsWith("- ")) return list(block);
      return `<p>${inline(block)}</p>`;
    })
    .join("\n");
}

/**
 * The text below each second-level heading.
 *
 * @returns By heading, `2026-03-11`.
 */
export function sections(markdown: string): Map<string, string> {
  const [, ...parts] = markdown.split(/^## +/m);
  return new Map(
    parts.map((part) => {
      const end = part.indexOf("\n");
      return [part.slice(0, end).trim(), part.slice(end + 1)];
    }),
  );
}

function list(block: string): string {
  const items = block.slice(2).split(/\n- /);
  return `<ul>${items.map((item) => `<li>${inline(item)}</li>`).join("")}</ul>`;
}

function table([head = "", , ...body]: string[]): string {
  const row = (line: string, cell: "th" | "td"): string => {
    const cells = line.replace(/^\||\|$/g, "").split("|");
    return `<tr>${cells.map((text) => `<${cell}>${inline(text.trim())}</${cell}>`).join("")}</tr>`;
  };
  const rows = body.map((line) => row(line, "td")).join("");
  return `<div class="wide"><table><thead>${row(head, "th")}</thead><tbody>${rows}</tbody></table></div>`;
}
