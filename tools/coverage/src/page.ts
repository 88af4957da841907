import type { Cell } from "./cover.ts";
import type { Depth } from "./depth.ts";
import type { Share } from "./measure.ts";
import { thresholds } from "./thresholds.ts";

/**
 * Draws the coverage of a run as one page that needs nothing else: the measures, operations by statuses, and schemas by
 * the share of their members, constants and optional properties.
 */
export function page(cells: Cell[], depths: Depth[], shares: Share[]): string {
  const versions = [...new Set([...cells, ...depths].map(({ version }) => version))].sort();
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Coverage of the document</title>
<style>
  body { font: 14px/1.4 system-ui, sans-serif; margin: 2rem; color: #222; }
  table { border-collapse: collapse; margin: 1rem 0 2rem; }
  th, td { padding: 2px 8px; text-align: left; border: 1px solid #fff; }
  td.share { text-align: right; min-width: 6rem; }
  summary { cursor: pointer; }
</style>
<h1>Coverage of the document</h1>
<table>
<tr><th>measure<th>seen<th>threshold<th>not seen
${shares.map(measureRow).join("\n")}
</table>
<h2>Operations</h2>
<table>
<tr><th>operation${versions.map((version) => `<th>${version}`).join("")}
${rowsOf(
  cells,
  ({ operationId }) => operationId,
  versions,
  (own) => ({
    seen: sum(own, ({ exercised }) => exercised.length),
    total: sum(own, ({ documented }) => documented.length),
    missing: own.flatMap(({ missing }) => missing.map(String)),
  }),
)}
</table>
<h2>Schemas</h2>
<table>
<tr><th>schema${versions.map((version) => `<th>${version}`).join("")}
${rowsOf(
  depths,
  ({ schema, direction }) => `${schema} in a ${direction}`,
  versions,
  (own) => ({
    seen: own.filter(({ seen }) => seen).length,
    total: own.length,
    missing: own.filter(({ seen }) => !seen).map(({ name }) => name),
  }),
)}
</table>
</html>
`;
}

interface Heat {
  seen: number;
  total: number;
  missing: string[];
}

function measureRow({ measure, seen, total, missing }: Share): string {
  const list =
    missing.length === 0
      ? ""
      : `<details><summary>${missing.length}</summary>${escapeHtml(missing.join(", "))}</details>`;
  return `<tr><td>${measure}${heatCell({ seen, total, missing: [] })}<td class="share">${percent(thresholds[measure])}<td>${list}`;
}

function rowsOf<T extends { version: string }>(
  items: T[],
  nameOf: (item: T) => string,
  versions: string[],
  heatOf: (own: T[]) => Heat,
): string {
  return [...Map.groupBy(items, nameOf)]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([name, own]) => {
      const heats = versions.map((version) => {
        const there = own.filter((item) => item.version === version);
        return there.length === 0 ? "<td>" : heatCell(heatOf(there));
      });
      return `<tr><td>${escapeHtml(name)}${heats.join("")}`;
    })
    .join("\n");
}

/** From red over yellow to green; what is missing is told by the tooltip. */
function heatCell({ seen, total, missing }: Heat): string {
  const share = total === 0 ? 1 : seen / total;
  const title = missing.length > 0 ? ` title="${escapeHtml(`without ${missing.join(", ")}`)}"` : "";
  return `<td class="share" style="background:hsl(${Math.round(share * 120)} 70% 80%)"${title}>${seen}/${total}`;
}

/** Rounded down, so that 100 % is all. */
function percent(share: number): string {
  return `${Math.floor(share * 100)} %`;
}

function sum<T>(items: T[], count: (item: T) => number): number {
  return items.reduce((total, item) => total + count(item), 0);
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
