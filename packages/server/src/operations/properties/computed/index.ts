import type { Schema } from "@notional/openapi-types";
import type { Context } from "../../../context.ts";
import type { Read, StoredProperty } from "../../../store/documents.ts";
import { MAX_REFERENCES } from "../values/render.ts";
import { Evaluation, type Texts } from "./evaluation.ts";
import { loadRows, type PageWithDocument } from "./load.ts";
import { allSources, type LoadedSources, type Own, visibleSources } from "./load-sources.ts";
import { Sources } from "./sources.ts";

export type { PageWithDocument };

export type ComputedValue = Schema<"RollupPropertyValue"> | Schema<"FormulaPropertyValue">;

/** By page id, then by property id; with the `id` and `type` of a value in a page. */
export type ComputedByPage = Map<string, Map<string, ComputedValue>>;

/**
 * The values of rollups and formulas of rows of one data source. They see nothing of a data source that the
 * connection may not see or that is in the trash.
 *
 * @param properties Those that are asked for; others are left out.
 * @param limit How many pages of each relation count.
 */
export async function computeProperties(
  pages: readonly PageWithDocument[],
  own: Own,
  properties: readonly StoredProperty[],
  context: Context,
  limit = MAX_REFERENCES,
): Promise<ComputedByPage> {
  const computed = properties.filter(({ type }) => type === "rollup" || type === "formula");
  const reads = readsOf(own, computed);
  const sources = await visibleSources(own, reads, context);
  return await evaluated(pages, own, computed, sources, "rendered", limit, context);
}

/**
 * The same whatever is in the trash above data sources and whatever mentions are called at the moment: that changes
 * without the rows.
 */
export async function evaluateAll(
  pages: readonly PageWithDocument[],
  own: Own,
  properties: readonly StoredProperty[],
  context: Context,
): Promise<ComputedByPage> {
  const sources = await allSources(own, readsOf(own, properties), context);
  return await evaluated(pages, own, properties, sources, "stored", MAX_REFERENCES, context);
}

const readsOf = ({ document }: Own, properties: readonly StoredProperty[]): Read[] =>
  properties.flatMap(({ id }) => document.computed?.[id]?.reads ?? []);

async function evaluated(
  pages: readonly PageWithDocument[],
  own: Own,
  properties: readonly StoredProperty[],
  sources: LoadedSources,
  text: Texts,
  limit: number,
  context: Context,
): Promise<ComputedByPage> {
  // One more than is shown tells whether there are more.
  const loaded = await loadRows(pages, own.id, readsOf(own, properties), sources, limit + 1, context);
  const evaluation = new Evaluation(new Sources(sources.documents), loaded, text, limit, context);
  return new Map(
    pages.map(({ node }) => [
      node.id,
      new Map(properties.map((property) => [property.id, evaluation.computed(node.id, property)])),
    ]),
  );
}
