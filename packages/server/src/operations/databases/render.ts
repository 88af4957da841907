import type { Schema } from "@notional/openapi-types";
import type { Context } from "../../context.ts";
import { dataSourcesOf } from "../../store/data-sources.ts";
import type { DatabaseDocument, DataSourceDocument } from "../../store/documents.ts";
import type { Node } from "../../store/tables.ts";
import { undashed } from "../../uuid.ts";
import { renderCover, renderIcon } from "../icons.ts";
import { renderParent } from "../parents.ts";
import { referencesOf } from "../references.ts";
import { renderRichText } from "../rich-text/render.ts";
import { withOffset } from "../times.ts";
import { dataSourceName } from "./titles.ts";

/**
 * A database as answers have it.
 *
 * @param inTrash Whether it reads as trashed.
 */
export async function renderDatabase(
  node: Node,
  inTrash: boolean,
  context: Context,
): Promise<Schema<"Database">> {
  const document = JSON.parse(node.document) as DatabaseDocument;
  const references = await referencesOf(context, [document]);
  // Who sees a database sees its data sources: access is inherited.
  const sources = await dataSourcesOf(context.db, node.id);
  return {
    object: "database",
    id: node.id,
    title: renderRichText(document.title, references, context),
    description: renderRichText(document.description, references, context),
    // A database is in no data source, so nothing has to be looked up for its parent.
    parent: renderParent(node, new Map()) as Schema<"DatabaseParent">,
    is_inline: document.is_inline,
    in_trash: inTrash,
    is_locked: document.is_locked,
    created_time: withOffset(node.created_time),
    last_edited_time: withOffset(node.last_edited_time),
    data_sources: sources.map((source) => ({
      id: source.id,
      name: dataSourceName(JSON.parse(source.document) as DataSourceDocument),
    })),
    icon: renderIcon(document.icon, references, context),
    cover: renderCover(document.cover, context),
    url: `${context.settings.webUrl}/${undashed(node.id)}`,
    public_url: document.public_url,
  };
}
