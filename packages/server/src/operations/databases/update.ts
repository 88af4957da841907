import type { Schema } from "@notional/openapi-types";
import { mustReach } from "../../auth/access.ts";
import type { Context } from "../../context.ts";
import { dataSourcesOf } from "../../store/data-sources.ts";
import type { DatabaseDocument, DataSourceDocument } from "../../store/documents.ts";
import { recountChildren, updateNode } from "../../store/nodes.ts";
import type { Node } from "../../store/tables.ts";
import type { Handler } from "../handler.ts";
import { readCover, readIcon } from "../icons.ts";
import { readRichText } from "../rich-text/read.ts";
import { mustNotBeInTrash, setInTrash } from "../trash.ts";
import { answerDatabase } from "./answer.ts";
import { inlineHasNoCover } from "./create.ts";
import { arriveOn, readParent } from "./parent.ts";
import { unnamedTitle, writeTitle } from "./titles.ts";

type Body = Schema<"UpdateDatabaseBody">;

export const updateDatabase: Handler<"updateDatabase"> = async ({ path, body }, context) => {
  const id = path.database_id;
  const { in_trash, parent, object, id: sentBack, ...changes } = body;
  let reached = await mustReach(context, "database", id, ["database"]);
  if (in_trash !== undefined) {
    await setInTrash(reached, in_trash, context);
    reached = await mustReach(context, "database", id, ["database"]);
  }
  if (parent !== undefined || Object.keys(changes).length > 0) mustNotBeInTrash(reached);
  if (parent !== undefined) await moveDatabase(reached.node, parent, context);
  if (Object.keys(changes).length > 0) await changeDatabase(reached.node, changes, context);
  return await answerDatabase(id, context);
};

/** Recorded: what is changed here leaves `last_edited_time` as it is. */
async function changeDatabase(
  node: Node,
  changes: Omit<Body, "in_trash" | "parent" | "object" | "id">,
  context: Context,
): Promise<void> {
  const before = JSON.parse(node.document) as DatabaseDocument;
  const document: DatabaseDocument = {
    ...before,
    ...(changes.title !== undefined && { title: readTitle(changes.title) }),
    ...(changes.description !== undefined && { description: readRichText(changes.description) }),
    ...(changes.icon !== undefined && { icon: readIcon(changes.icon) }),
    ...(changes.cover !== undefined && { cover: readCover(changes.cover) }),
    ...(changes.is_inline !== undefined && { is_inline: changes.is_inline }),
    ...(changes.is_locked !== undefined && { is_locked: changes.is_locked }),
  };
  if (document.is_inline && document.cover !== null) throw inlineHasNoCover();
  const sources = await dataSourcesOf(context.db, node.id);
  await writeTitle(node, document, context);
  const [only, second] = sources;
  if (only && !second) await keepInStep(only, before, document, context);
}

function readTitle(title: NonNullable<Body["title"]>): DatabaseDocument["title"] {
  const read = readRichText(title);
  return read.length === 0 ? unnamedTitle() : read;
}

/**
 * The only data source of a database shares its title, description and icon until it gets its own.
 * Recorded of the description.
 */
async function keepInStep(
  { id, document }: Node,
  before: DatabaseDocument,
  after: DatabaseDocument,
  { db }: Context,
): Promise<void> {
  const own = JSON.parse(document) as DataSourceDocument;
  const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
  const shared = (["title", "description", "icon"] as const).filter(
    (key) => !same(before[key], after[key]) && (same(own[key], before[key]) || isEmpty(own[key])),
  );
  if (shared.length === 0) return;
  const taken = Object.fromEntries(shared.map((key) => [key, after[key]]));
  await updateNode(db, id, { document: JSON.stringify({ ...own, ...taken }) });
}

const isEmpty = (value: unknown): boolean => value === null || (Array.isArray(value) && value.length === 0);

async function moveDatabase(
  node: Node,
  parent: NonNullable<Body["parent"]>,
  context: Context,
): Promise<void> {
  const { db } = context;
  const { place, page } = await readParent(parent, context, node.id);
  await updateNode(db, node.id, place);
  if (node.parent_id) await recountChildren(db, node.parent_id);
  await arriveOn(page, context);
}
