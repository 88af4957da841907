import { escapeHtml } from "../html.ts";
import { layout } from "../layout.ts";
import { renderMarkdown } from "../markdown.ts";
import { follow, type Site } from "./links.ts";
import { flat, type Guide, type GuideGroup } from "./read.ts";

export interface GuidePage {
  html: string;
  /** Links that lead nowhere: `spec/guides/blocks.md:7: [getPages](../paths/v1_pages.yaml): nothing is called getPages`. */
  broken: string[];
}

/** Where a link first stands in a guide, as editors and terminals open it. */
const lineOf = ({ name, markdown }: Guide, href: string): string =>
  `spec/guides/${name}.md:${markdown.slice(0, markdown.indexOf(`](${href})`)).split("\n").length}`;

/** The page at `/docs/guides/<name>/`. */
export function guidePage(guide: Guide, groups: readonly GuideGroup[], site: Site): GuidePage {
  const broken: string[] = [];
  const resolve = (href: string, text: string): string | undefined => {
    const target = follow(guide, href, text, site);
    if ("broken" in target) broken.push(`${lineOf(guide, href)}: [${text}](${href}): ${target.broken}`);
    return "href" in target ? target.href : undefined;
  };
  const content = renderMarkdown(guide.markdown, { resolve });
  const html = layout(
    `${guide.title} · Notional`,
    `<div class="guide">
${navigation(groups, guide)}
<main>
${content}
${neighbours(flat(groups), guide)}
</main>
${contents(guide)}
</div>`,
    "page",
  );
  return { html, broken };
}

/** The page at `/docs/guides/`. */
export function guideListPage(groups: readonly GuideGroup[]): string {
  return layout(
    "Guides · Notional",
    `<div class="guide">
${navigation(groups)}
<main>
<h1>Guides</h1>
<p class="lead">How the Notion API works, a subject a page. What each operation takes and gives is in the
<a href="/docs/">reference</a>.</p>
${guideList(groups)}
</main>
</div>`,
    "page",
  );
}

/** Every guide with its summary, group by group. */
function guideList(groups: readonly GuideGroup[]): string {
  const list = ({ title, guides }: GuideGroup): string => {
    const items = guides.map(
      (guide) =>
        `<dt><a href="${address(guide)}">${escapeHtml(guide.title)}</a></dt><dd>${escapeHtml(guide.summary)}</dd>`,
    );
    return `<section><h2>${escapeHtml(title)}</h2>\n<dl>${items.join("\n")}</dl></section>`;
  };
  return `<div class="guides">${groups.map(list).join("\n")}</div>`;
}

/** Every guide, a line a group. */
export function shortGuideList(groups: readonly GuideGroup[]): string {
  const lines = groups.map(({ title, guides }) => {
    const links = guides.map((guide) => `<a href="${address(guide)}">${escapeHtml(guide.title)}</a>`);
    return `<dt>${escapeHtml(title)}</dt><dd class="links">${links.join(" ")}</dd>`;
  });
  return `<dl>\n${lines.join("\n")}\n</dl>`;
}

export const address = ({ name }: Guide): string => `/docs/guides/${name}/`;

function navigation(groups: readonly GuideGroup[], current?: Guide): string {
  const entry = (guide: Guide): string => {
    const mark = guide === current ? ' aria-current="page"' : "";
    return `<li><a href="${address(guide)}"${mark}>${escapeHtml(guide.title)}</a></li>`;
  };
  const lists = groups.map(
    ({ title, guides }) => `<h2>${escapeHtml(title)}</h2>\n<ul>${guides.map(entry).join("")}</ul>`,
  );
  return `<nav class="side" aria-label="Guides">
<p><a href="/"><b>Notional</b></a> <a href="/docs/guides/">Guides</a> <a href="/docs/">Reference</a></p>
<details><summary>All guides</summary>
${lists.join("\n")}
</details>
</nav>`;
}

function contents({ headings }: Guide): string {
  const parts = headings.filter(({ depth }) => depth === 2);
  if (parts.length < 2) return "";
  const items = parts.map(({ id, text }) => `<li><a href="#${id}">${escapeHtml(text)}</a></li>`);
  return `<nav class="contents" aria-label="On this page"><h2>On this page</h2><ul>${items.join("")}</ul></nav>`;
}

function neighbours(guides: readonly Guide[], guide: Guide): string {
  const at = guides.indexOf(guide);
  const link = (other: Guide | undefined, word: string, rel: string): string =>
    other
      ? `<a href="${address(other)}" rel="${rel}"><span>${word}</span>${escapeHtml(other.title)}</a>`
      : "";
  return `<nav class="neighbours" aria-label="Other guides">${link(guides[at - 1], "Before", "prev")}${link(guides[at + 1], "Next", "next")}</nav>`;
}
