import type { Context } from "../../context.ts";
import type { PageDocument, StoredProperty } from "../../store/documents.ts";
import { type RelatedPages, relatedPages } from "../../store/relations.ts";
import type { Node } from "../../store/tables.ts";
import { computeProperties } from "../properties/computed/index.ts";
import { findProperty } from "../properties/find.ts";
import type { ComputedValues, ValuesOf } from "../properties/values/value-type.ts";
import { loadReferences, mentionedIn } from "../references.ts";
import { type DataSource, type PageSchema, schemasOf } from "./schema.ts";

/** A page with its document parsed and what it has properties by. */
export interface KnownPage {
  node: Node;
  document: PageDocument;
  schema: PageSchema;
}

/** A page with all that rendering its values takes. */
export interface LoadedPage extends ValuesOf, KnownPage {
  /** Those that were asked for, in the order of answers. */
  properties: StoredProperty[];
}

export interface Loading {
  /** Only these properties, by id or name; all when left out. */
  only?: readonly string[] | undefined;
  /** How many targets of each relation at most; all when left out. */
  limit?: number;
  /** The data source that all of them are rows of, where it is known. */
  dataSource?: DataSource | undefined;
}

/** Loads what the values of pages need, a few queries for all of them. */
export async function loadPages(
  nodes: readonly Node[],
  context: Context,
  loading: Loading = {},
): Promise<LoadedPage[]> {
  const schemaOf = await schemasOf(nodes, context, loading.dataSource);
  const known = nodes.map((node) => ({
    node,
    document: JSON.parse(node.document) as PageDocument,
    schema: schemaOf(node),
  }));
  return await loadValues(known, context, loading);
}

/** The same for pages that are known already. */
export async function loadValues(
  known: readonly KnownPage[],
  context: Context,
  { only, limit }: Loading = {},
): Promise<LoadedPage[]> {
  const pages = known.map((page) => ({ ...page, properties: chosen(page.schema.properties, only) }));
  const related = await relationsOf(pages, context, limit);
  const computed = await computedOf(pages, context);
  const references = await loadReferences(context, mentionedBy(pages));
  return pages.map((page) => ({
    ...page,
    related: withoutTrashed(related.get(page.node.id), page.schema),
    computed: computed.get(page.node.id) ?? new Map(),
    references,
    context,
  }));
}

type Page = KnownPage & Pick<LoadedPage, "properties">;

function chosen(properties: StoredProperty[], only: Loading["only"]): StoredProperty[] {
  if (only === undefined) return properties;
  const found = new Set(only.map((key) => findProperty(properties, key)));
  return properties.filter((property) => found.has(property));
}

async function relationsOf(
  pages: readonly Page[],
  { db }: Context,
  limit: number | undefined,
): Promise<RelatedPages> {
  const ids = new Set<string>();
  const withRelations = pages.filter(({ properties }) => {
    const relations = properties.filter(({ type }) => type === "relation");
    for (const { id } of relations) ids.add(id);
    return relations.length > 0;
  });
  return await relatedPages(
    db,
    withRelations.map(({ node }) => node.id),
    { propertyIds: [...ids], ...(limit !== undefined && { limit }) },
  );
}

function withoutTrashed(
  related: ReadonlyMap<string, readonly string[]> = new Map(),
  { trashedRelations }: PageSchema,
): ReadonlyMap<string, readonly string[]> {
  if (trashedRelations.size === 0) return related;
  return new Map([...related].filter(([propertyId]) => !trashedRelations.has(propertyId)));
}

/** Rollups and formulas, for all rows of a data source at once. */
async function computedOf(pages: readonly Page[], context: Context): Promise<Map<string, ComputedValues>> {
  const computed = new Map<string, ComputedValues>();
  const needing = pages.filter(({ properties }) =>
    properties.some(({ type }) => type === "rollup" || type === "formula"),
  );
  for (const [dataSource, rows] of Map.groupBy(needing, ({ schema }) => schema.dataSource)) {
    if (!dataSource) continue;
    const { node, document } = dataSource;
    // What is asked for is the same for all.
    const properties = rows[0]?.properties ?? [];
    const found = await computeProperties(rows, { id: node.id, document }, properties, context);
    for (const [id, values] of found) computed.set(id, values);
  }
  return computed;
}

/** What the icons, the titles and the chosen values point at. */
function mentionedBy(pages: readonly Page[]) {
  const stored = pages.map(({ document, properties }) => [
    document.icon,
    document.properties.title,
    properties.map(({ id }) => document.properties[id]),
  ]);
  const mentioned = mentionedIn(stored);
  for (const { node, document, properties } of pages) {
    for (const { id, type } of properties) {
      if (type === "created_by" || type === "last_edited_by") mentioned.users.add(node[type]);
      const value = document.properties[id];
      const verifier = value?.type === "verification" ? value.verification.verified_by : null;
      if (verifier !== null) mentioned.users.add(verifier);
    }
  }
  return mentioned;
}
