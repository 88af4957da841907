import { reach } from "../../auth/access.ts";
import type { Context } from "../../context.ts";
import type { DataSourceDocument } from "../../store/documents.ts";
import { findNodes } from "../../store/nodes.ts";
import type { Node } from "../../store/tables.ts";
import { relationOf } from "../properties/schema/relations.ts";
import type { RelatedSource, RelatedSources } from "../properties/schema/render.ts";

/** The data sources that the relations of schemas lead to, as far as the connection may see them. */
export async function relatedSources(
  documents: readonly DataSourceDocument[],
  context: Context,
): Promise<RelatedSources> {
  const { db, connection } = context;
  const properties = documents.flatMap((document) => document.properties);
  const relations = properties.filter(({ type }) => type === "relation").map(relationOf);
  const ids = [...new Set(relations.map(({ data_source_id }) => data_source_id))];
  const nodes =
    connection.contentAccess === "all"
      ? [...(await findNodes(db, connection.workspaceId, ids)).values()]
      : (await Promise.all(ids.map((id) => reach(context, id)))).flatMap((reached) => reached?.node ?? []);
  return new Map(nodes.map((node) => [node.id, relatedSource(node)]));
}

function relatedSource({ parent_id, document }: Node): RelatedSource {
  const { properties } = JSON.parse(document) as DataSourceDocument;
  return { databaseId: parent_id ?? "", properties };
}
