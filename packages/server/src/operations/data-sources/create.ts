import type { Schema } from "@notional/openapi-types";
import { mustReach } from "../../auth/access.ts";
import type { Context } from "../../context.ts";
import { dataSourcesOf } from "../../store/data-sources.ts";
import type { DataSourceDocument } from "../../store/documents.ts";
import { findNode, insertNodes, recountChildren, updateNode } from "../../store/nodes.ts";
import type { Node } from "../../store/tables.ts";
import { dashed } from "../../uuid.ts";
import type { Handler } from "../handler.ts";
import { readIcon } from "../icons.ts";
import { createProperties } from "../properties/schema/create.ts";
import { editSchema, saveSchema } from "../properties/schema/edit.ts";
import { readRichText } from "../rich-text/read.ts";
import { foldTitle, pageTitle } from "../titles.ts";
import { mustNotBeInTrash } from "../trash.ts";
import { answerDataSource } from "./answer.ts";

export const createDataSource: Handler<"createDataSource"> = async ({ body }, context) => {
  const { parent, title = [], icon = null, properties } = body;
  const database = await mustReach(context, "database", dashed(parent.database_id), ["database"]);
  mustNotBeInTrash(database);
  const shown = { title: readRichText(title), icon: readIcon(icon) };
  const [sibling = database.node] = await dataSourcesOf(context.db, database.node.id);
  const id = await addDataSource(database.node, shown, properties, context, sibling);
  return await answerDataSource(id, context);
};

/**
 * Adds a data source to a database. Its times and authors are those of the database, which the data sources that are
 * there already tell: https://github.com/hkob/notion_ruby_mapping/blob/main/spec/fixtures/create_data_source_from_database.json
 *
 * @param sibling A data source that is there already, if any.
 * @returns Its id.
 * @throws ApiError validation_error, object_not_found; what a property refuses
 */
export async function addDataSource(
  database: Node,
  shown: Pick<DataSourceDocument, "title" | "icon"> & Partial<Pick<DataSourceDocument, "description">>,
  properties: Schema<"PropertyConfigRequests">,
  context: Context,
  sibling: Node = database,
): Promise<string> {
  const { db, connection, ids } = context;
  const { created_time, created_by, last_edited_time, last_edited_by } = sibling;
  const id = ids.uuid();
  const document: DataSourceDocument = { description: [], ...shown, properties: [], slots: {} };
  await insertNodes(db, [
    {
      id,
      workspace_id: connection.workspaceId,
      kind: "data_source",
      type: null,
      parent_kind: "database",
      parent_id: database.id,
      position: null,
      created_time,
      created_by,
      last_edited_time,
      last_edited_by,
      in_trash: 0,
      children_count: 0,
      // Search looks for the title of the database, see behaviour of search.
      title: foldTitle(pageTitle(database)),
      document: JSON.stringify(document),
    },
  ]);
  await recountChildren(db, database.id);
  const node = (await findNode(db, connection.workspaceId, id)) as Node;
  const edit = editSchema(node, context);
  await createProperties(properties, edit);
  await saveSchema(edit);
  // That it got its properties is no edit.
  await updateNode(db, id, { last_edited_time, last_edited_by });
  return id;
}
