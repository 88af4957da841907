import { mustReach, notFound } from "../../auth/access.ts";
import type { Context } from "../../context.ts";
import { recountChildren, updateNode } from "../../store/nodes.ts";
import type { Node } from "../../store/tables.ts";
import { dashed } from "../../uuid.ts";
import { nameUnnamedDatabase } from "../databases/titles.ts";
import type { Handler } from "../handler.ts";
import { readIcon } from "../icons.ts";
import { editSchema, saveSchema } from "../properties/schema/edit.ts";
import { updateProperties } from "../properties/schema/update.ts";
import { readRichText } from "../rich-text/read.ts";
import { foldTitle, pageTitle } from "../titles.ts";
import { touch } from "../touch.ts";
import { mustNotBeInTrash, setInTrash } from "../trash.ts";
import { answerDataSource } from "./answer.ts";

export const updateDataSource: Handler<"updateDataSource"> = async ({ path, body }, context) => {
  const id = path.data_source_id;
  const { in_trash, parent, properties, title, icon } = body;
  let reached = await mustReach(context, "data source", id, ["data_source"]);
  // Measured in https://github.com/tykok/notion-seed, which also measured that its database says more.
  if (reached.ancestry.chain.slice(2).some((above) => above.in_trash))
    throw notFound(context, "data source", id);
  if (in_trash !== undefined) {
    await setInTrash(reached, in_trash, context);
    reached = await mustReach(context, "data source", id, ["data_source"]);
  }
  const changes = [parent, properties, title, icon].some((value) => value !== undefined);
  if (!changes) return await answerDataSource(id, context);

  mustNotBeInTrash(reached);
  if (parent !== undefined) {
    await moveDataSource(reached.node, dashed(parent.database_id), context);
    reached = await mustReach(context, "data source", id, ["data_source"]);
  }
  const edit = editSchema(reached.node, context);
  const { document } = edit.source;
  if (title !== undefined) document.title = readRichText(title);
  if (icon !== undefined) document.icon = readIcon(icon);
  if (properties !== undefined) await updateProperties(properties, edit);
  await saveSchema(edit);
  await touch(id, context);
  if (title !== undefined) await nameUnnamedDatabase(reached.node, document.title, context);
  return await answerDataSource(id, context);
};

/** Puts a data source into another database. */
async function moveDataSource(node: Node, databaseId: string, context: Context): Promise<void> {
  const { db } = context;
  const database = await mustReach(context, "database", databaseId, ["database"]);
  mustNotBeInTrash(database);
  if (node.parent_id === databaseId) return;
  await updateNode(db, node.id, { parent_id: databaseId, title: foldTitle(pageTitle(database.node)) });
  await recountChildren(db, databaseId);
  if (node.parent_id) await recountChildren(db, node.parent_id);
}
