import { escapeHtml } from "../html.ts";
import { layout } from "../layout.ts";
import type { Figures, Share } from "./figures.ts";

/** The page at `/docs/fidelity/`: how much of what the local server answers is what Notion answered. */
export function fidelityPage(figures: Figures): string {
  const { date, tapes, exchanges, total, operations, properties, blocks, notImplemented, leftovers } =
    figures;
  const lacking = Object.entries(notImplemented);
  return layout(
    "Fidelity · Notional",
    `<h1>Fidelity</h1>
<p class="lead">Of ${total.total} recorded answers of the Notion API, the local server gives ${total.identical} exactly
as they were: ${percent(total)}.</p>

<p>On ${escapeHtml(date)}, ${exchanges} recorded requests of ${tapes} sessions were sent to the local server, each session to
one that held what the session presupposes, and every answer was compared with the recorded one. An answer counts as
identical when all of it is: the status, every field and the order of lists. Ids have to lead to the same things. Only what
no server could get right is left out: ids of requests, cursors, seconds, the host of page addresses, signatures of files,
and ${leftovers} results of searches that the recorded index had not forgotten yet.</p>
<p>Whoever recorded them did not ask for everything, so the numbers say how much was seen, too. Operations that the local
server has not got are in none of them; <code>notional status</code> lists those. What differs and why is in
the server's <code>DIFFERENCES.md</code>; <code>notional contract replay &lt;recording&gt; --against server</code> does the same
with traffic of your own.</p>

<h2 id="operations">Operations</h2>
${table("Operation", operations)}
${lacking.length === 0 ? "" : `<p class="note">Not counted, because the local server has not got them: ${lacking.map(lack).join(", ")}.</p>`}

<h2 id="properties">Properties</h2>
<p>Answers that have a property of the type, as a value or in a schema.</p>
${table("Type", properties)}

<h2 id="blocks">Blocks</h2>
<p>Answers that have a block of the type.</p>
${table("Type", blocks)}
<footer><a href="/">Notional</a></footer>`,
  );
}

const lack = ([name, count]: [string, number]): string => `<code>${escapeHtml(name)}</code> (${count})`;

function table(title: string, shares: Record<string, Share>): string {
  const rows = Object.entries(shares).map(
    ([name, share]) =>
      `<tr><td><code>${escapeHtml(name)}</code></td><td>${share.identical} of ${share.total}</td><td>${percent(share)}</td><td>${meter(share)}</td></tr>`,
  );
  return `<div class="wide" tabindex="0"><table><thead><tr><th>${title}</th><th>Identical</th><th>Share</th><th></th></tr></thead><tbody>
${rows.join("\n")}
</tbody></table></div>`;
}

const meter = ({ identical, total }: Share): string =>
  `<meter min="0" max="${total}" low="${0.9 * total}" high="${0.98 * total}" optimum="${total}" value="${identical}"></meter>`;

/** Rounded down, so that 100 % is all. */
const percent = ({ identical, total }: Share): string =>
  `${(Math.floor((1000 * identical) / Math.max(total, 1)) / 10).toFixed(1)} %`;
