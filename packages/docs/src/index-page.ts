import { shortGuideList } from "./guides/page.ts";
import type { GuideGroup } from "./guides/read.ts";
import { escapeHtml, sections } from "./html.ts";
import { layout } from "./layout.ts";
import { renderMarkdown } from "./markdown.ts";

interface Version {
  date: string;
  operations: number;
  webhooks: number;
}

export interface IndexPage {
  /** Where the API answers, `http://localhost:4000`. */
  origin: string;
  token: string;
  /** The newest first. */
  versions: readonly Version[];
  guides: readonly GuideGroup[];
  /** VERSIONS.md. */
  changes: string;
}

/** The page at `/`: what this is, where everything is, and how the versions differ. */
export function indexPage({ origin, token, versions, guides, changes }: IndexPage): string {
  const changed = sections(changes);
  const newest = versions[0]?.date ?? "";
  const cards = versions.map((version, index) => card(version, index === 0, changed.get(version.date)));
  return layout(
    "Notional",
    `<h1>Notional</h1>
<p class="lead">The Notion API on your machine. One hand-kept OpenAPI document of all of it, and what stands on
it: the guides, the reference, the types, the client and this server.</p>

<h2>Call it</h2>
<dl>
<dt>Base URL</dt><dd><code>${escapeHtml(origin)}</code></dd>
<dt>Token</dt><dd><code>${escapeHtml(token)}</code></dd>
</dl>
<pre>${escapeHtml(curlLine(origin, token, newest))}</pre>
<p class="note">With <code>@notionhq/client</code>: <code>${escapeHtml(clientLine(origin, token))}</code></p>
<p class="note"><code>notional status</code> tells which operations are there; the others answer 501. <code>reset</code>,
<code>seed</code>, <code>clock</code>, <code>faults</code> and <code>log</code> change and show what the server holds and does.</p>

<h2 id="guides">Guides</h2>
<p><a href="/docs/guides/">How the API works</a>, a subject a page.</p>
${shortGuideList(guides)}

<h2 id="fidelity">Fidelity</h2>
<p><a href="/docs/fidelity/">How alike the local server answers</a>: recorded traffic with Notion, sent to it.</p>

<h2 id="versions">Versions</h2>
<p>The header <code>Notion-Version</code> of each request chooses one of them.</p>
${cards.join("\n")}
<footer>Notional is not made by Notion Labs. Everything on these pages comes from your own machine.</footer>`,
  );
}

/** The page for whatever is not there. */
export function notFoundPage(path: string): string {
  return layout(
    "Not found · Notional",
    `<h1>Not found</h1>
<p class="lead">There is nothing at <code>${escapeHtml(path)}</code>.</p>
<p><a href="/">What there is</a></p>`,
  );
}

const curlLine = (origin: string, token: string, version: string): string =>
  `curl ${origin}/v1/users/me \\
  -H "Authorization: Bearer ${token}" \\
  -H "Notion-Version: ${version}"`;

const clientLine = (origin: string, token: string): string =>
  `new Client({ auth: "${token}", baseUrl: "${origin}" })`;

function card({ date, operations, webhooks }: Version, newest: boolean, changes = ""): string {
  return `<article>
<header><h3>${date}</h3><span class="note">${operations} operations, ${webhooks} webhooks${newest ? " · the newest" : ""}</span>
<nav><a href="/docs/${date}/">Reference</a><a href="/openapi/${date}.json">openapi.json</a><a href="/openapi/${date}.yaml">openapi.yaml</a></nav></header>
${changes === "" ? "" : `<details${newest ? " open" : ""}><summary>What changed</summary>${renderMarkdown(changes)}</details>`}
</article>`;
}
