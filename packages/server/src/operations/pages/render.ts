import type { Schema } from "@notional/openapi-types";
import type { Context } from "../../context.ts";
import type { Revision } from "../../store/children.ts";
import type { DataSourceDocument, StoredProperty } from "../../store/documents.ts";
import { findNodes } from "../../store/nodes.ts";
import type { Node } from "../../store/tables.ts";
import { hasHostedFile } from "../files.ts";
import { renderCover, renderIcon } from "../icons.ts";
import { toBytes } from "../json-bytes.ts";
import { renderParent } from "../parents.ts";
import { MAX_REFERENCES, renderValue } from "../properties/values/render.ts";
import { mentionedIn, mentionsAnything } from "../references.ts";
import { renderRichText } from "../rich-text/render.ts";
import { toMinute } from "../times.ts";
import { titleOf } from "../titles.ts";
import { type KnownPage, type LoadedPage, loadPages, loadValues } from "./load.ts";
import type { DataSource } from "./schema.ts";
import { pageUrl } from "./url.ts";

export interface RenderedProperties {
  /** Only these, by id or name; all when left out. */
  filterProperties?: readonly string[] | undefined;
}

export interface RenderedRows extends RenderedProperties {
  /** The data source that all of them are rows of, where it is known. */
  dataSource?: DataSource;
}

/**
 * Pages as answers have them. Many are rendered together, so that what they refer to is loaded once.
 *
 * @param trashed The ids of those that read as trashed by something above them.
 */
export async function renderPages(
  nodes: readonly Node[],
  trashed: ReadonlySet<string>,
  context: Context,
  { filterProperties, dataSource }: RenderedRows = {},
): Promise<Schema<"Page">[]> {
  // One more than is shown tells whether there are more.
  const loading = { only: filterProperties, limit: MAX_REFERENCES + 1, dataSource };
  const loaded = await loadPages(nodes, context, loading);
  return loaded.map((page) => renderPage(page, trashed.has(page.node.id)));
}

/** A page that is known already, for instance because it was made just now. It is not in the trash. */
export async function renderKnownPage(
  page: KnownPage,
  context: Context,
  { filterProperties }: RenderedProperties = {},
): Promise<Schema<"Page">> {
  const loading = { only: filterProperties, limit: MAX_REFERENCES + 1 };
  const [loaded] = await loadValues([page], context, loading);
  return renderPage(loaded as LoadedPage, false);
}

/**
 * Pages as JSON, from what was answered before where that still holds.
 *
 * @param schemaRevision Of the data source that all of them are rows of; undefined for a page outside of one.
 */
export async function renderPageBytes(
  revisions: readonly Revision[],
  trashed: ReadonlySet<string>,
  context: Context,
  schemaRevision: number | undefined,
): Promise<Buffer<ArrayBuffer>[]> {
  const { answers, db, connection } = context;
  const stamp = ({ id, revision }: Revision): string =>
    `page ${revision} ${schemaRevision} ${trashed.has(id)}`;
  return await answers.getAll(revisions, stamp, async (ids) => {
    const nodes = [...(await findNodes(db, connection.workspaceId, ids)).values()];
    const loaded = await loadPages(nodes, context, { limit: MAX_REFERENCES + 1 });
    return loaded.map((page) => ({
      revision: page.node,
      bytes: toBytes(renderPage(page, trashed.has(page.node.id))),
      isSameForAll: isSameForAll(page),
    }));
  });
}

/** Types whose values name what may be hidden or renamed, are computed, or have addresses that expire. */
const living = new Set([
  "people",
  "created_by",
  "last_edited_by",
  "relation",
  "rollup",
  "formula",
  "files",
  "verification",
]);

/** Whether everything that is shown of a page follows from its row and its schema, whoever asks and whenever. */
function isSameForAll({ node, document, schema }: LoadedPage): boolean {
  return (
    !hasHostedFile(node) &&
    !(schema.dataSource && hasLiving(schema.dataSource.document)) &&
    !mentionsAnything(mentionedIn([document]))
  );
}

/**
 * Whether no row of a data source is the same for all. All properties count: what is hidden from this connection may be
 * shown to another one.
 */
export const hasLiving = (dataSource: DataSourceDocument): boolean =>
  dataSource.properties.some((property) => isLiving(property, dataSource));

function isLiving({ id, type }: StoredProperty, { properties, computed }: DataSourceDocument): boolean {
  if (type !== "formula") return living.has(type);
  const { isKept = false, reads = [] } = computed?.[id] ?? {};
  // Formulas that it reads are in the list with all that they read.
  const isSteady = (readId: string): boolean => {
    const read = properties.find((property) => property.id === readId);
    return read?.type === "formula" || !living.has(read?.type ?? "");
  };
  return !isKept || reads.some(({ via, properties: read }) => via.length > 0 || !read.every(isSteady));
}

function renderPage(page: LoadedPage, inTrash: boolean): Schema<"Page"> {
  const { node, document, references, context, schema } = page;
  const databases = new Map(
    schema.dataSource ? [[schema.dataSource.node.id, schema.dataSource.node.parent_id ?? ""]] : [],
  );
  const title = renderRichText(titleOf(document), references, context);
  return {
    object: "page",
    id: node.id,
    created_time: toMinute(node.created_time),
    last_edited_time: toMinute(node.last_edited_time),
    created_by: { object: "user", id: node.created_by },
    last_edited_by: { object: "user", id: node.last_edited_by },
    cover: renderCover(document.cover, context),
    icon: renderIcon(document.icon, references, context),
    parent: renderParent(node, databases),
    in_trash: node.in_trash === 1 || inTrash,
    is_archived: document.is_archived,
    is_locked: document.is_locked,
    properties: renderProperties(page),
    url: pageUrl(node.id, title.map(({ plain_text }) => plain_text).join(""), context),
    public_url: document.public_url,
  };
}

function renderProperties(page: LoadedPage): Schema<"PropertyValues"> {
  const values = page.properties.flatMap((property) => {
    const value = renderValue(property, page, MAX_REFERENCES);
    return value ? [[property.name, value]] : [];
  });
  return Object.fromEntries(values) as Schema<"PropertyValues">;
}
