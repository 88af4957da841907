import { notImplemented, validationError } from "../../errors.ts";
import type { DatabaseDocument } from "../../store/documents.ts";
import { findNode, insertNodes } from "../../store/nodes.ts";
import type { Node } from "../../store/tables.ts";
import { addDataSource } from "../data-sources/create.ts";
import type { Handler } from "../handler.ts";
import { readCover, readIcon } from "../icons.ts";
import { DEFAULT_PROPERTIES } from "../properties/schema/create.ts";
import { readRichText } from "../rich-text/read.ts";
import { foldTitle, plainText } from "../titles.ts";
import { answerDatabase } from "./answer.ts";
import { arriveOn, readParent } from "./parent.ts";
import { unnamedTitle } from "./titles.ts";

export const createDatabase: Handler<"createDatabase"> = async ({ body }, context) => {
  const { db, connection, now, ids } = context;
  if (body.database_type !== undefined) throw notImplemented("createDatabase with database_type");
  const { is_inline = false, initial_data_source, icon = null, cover = null } = body;
  if (is_inline && cover !== null) throw inlineHasNoCover();
  const title = readRichText(body.title ?? []);
  const description = readRichText(body.description ?? []);
  const { place, page } = await readParent(body.parent, context);
  const document: DatabaseDocument = {
    title: plainText(title) === "" ? unnamedTitle() : title,
    description,
    icon: readIcon(icon),
    cover: readCover(cover),
    is_inline,
    is_locked: false,
    public_url: null,
  };
  const id = ids.uuid();
  await insertNodes(db, [
    {
      id,
      workspace_id: connection.workspaceId,
      kind: "database",
      type: "child_database",
      ...place,
      created_time: now,
      created_by: connection.id,
      last_edited_time: now,
      last_edited_by: connection.id,
      in_trash: 0,
      children_count: 0,
      title: foldTitle(plainText(document.title)),
      document: JSON.stringify(document),
    },
  ]);
  await arriveOn(page, context);
  const node = (await findNode(db, connection.workspaceId, id)) as Node;
  const shown = { title, description, icon: document.icon };
  await addDataSource(node, shown, initial_data_source?.properties ?? DEFAULT_PROPERTIES, context);
  return await answerDatabase(id, context);
};

/** 400. Source: the upgrade guide of 2025-09-03 says that there is no such thing; the words are ours. */
export const inlineHasNoCover = () => validationError("An inline database cannot have a cover.");
