import type { Schema } from "@notional/openapi-types";
import type { Context } from "../../context.ts";
import type { DatabaseDocument, DataSourceDocument } from "../../store/documents.ts";
import { findNodes } from "../../store/nodes.ts";
import type { Node } from "../../store/tables.ts";
import { undashed } from "../../uuid.ts";
import { renderCover, renderIcon } from "../icons.ts";
import { renderParent } from "../parents.ts";
import { renderProperties } from "../properties/schema/render.ts";
import { referencesOf } from "../references.ts";
import { renderRichText } from "../rich-text/render.ts";
import { toMinute } from "../times.ts";
import { relatedSources } from "./related.ts";

/**
 * Data sources as answers have them. Relations to what the connection may not see are left out.
 *
 * @param trashed The ids of those that read as trashed by something above them.
 */
export async function renderDataSources(
  nodes: readonly Node[],
  trashed: ReadonlySet<string>,
  context: Context,
): Promise<Schema<"DataSource">[]> {
  if (nodes.length === 0) return [];
  const { db, connection, settings } = context;
  const documents = nodes.map(({ document }) => JSON.parse(document) as DataSourceDocument);
  const databaseIds = nodes.flatMap(({ parent_id }) => parent_id ?? []);
  const databases = await findNodes(db, connection.workspaceId, databaseIds);
  const shown = documents.map(({ title, description, icon }) => ({ title, description, icon }));
  const references = await referencesOf(context, shown);
  const related = await relatedSources(documents, context);
  return nodes.map((node, index) => {
    const { title, description, icon, properties } = documents[index] as DataSourceDocument;
    const database = databases.get(node.parent_id ?? "") as Node;
    const { is_inline, cover, public_url } = JSON.parse(database.document) as DatabaseDocument;
    return {
      object: "data_source",
      id: node.id,
      cover: renderCover(cover, context),
      icon: renderIcon(icon, references, context),
      created_time: toMinute(node.created_time),
      created_by: { object: "user", id: node.created_by },
      last_edited_by: { object: "user", id: node.last_edited_by },
      last_edited_time: toMinute(node.last_edited_time),
      title: renderRichText(title, references, context),
      description: renderRichText(description, references, context),
      is_inline,
      properties: renderProperties(properties, related),
      parent: { type: "database_id", database_id: database.id },
      // A database is in no data source, so nothing has to be looked up for its parent.
      database_parent: renderParent(database, new Map()) as Schema<"DatabaseParent">,
      url: `${settings.webUrl}/${undashed(database.id)}`,
      public_url,
      in_trash: node.in_trash === 1 || trashed.has(node.id),
    };
  });
}
