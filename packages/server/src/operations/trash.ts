import type { Reached } from "../auth/access.ts";
import type { Context } from "../context.ts";
import { type ApiError, validationError } from "../errors.ts";
import { addToChildrenCount } from "../store/children.ts";
import { updateNode } from "../store/nodes.ts";
import { reindexRow, touchContent } from "./touch.ts";

/**
 * Puts a page, database, data source or block into the trash, or takes it out. What lies below follows by
 * itself, because it reads as trashed while something above it is. To take out what is not in the trash
 * changes nothing.
 *
 * @throws ApiError validation_error when something above it is in the trash, when it is to go into the trash and is
 *   there already, or when it is at the top of the workspace
 */
export async function setInTrash(reached: Reached, inTrash: boolean, context: Context): Promise<void> {
  const { node, ancestry } = reached;
  if (inTrash) mustNotBeInTrash(reached);
  else if (ancestry.chain.slice(1).some((above) => above.in_trash)) throw ancestorInTrash();
  if ((node.in_trash === 1) === inTrash) return;
  const parent = ancestry.chain[1];
  if (!parent) throw atTheTop(inTrash);

  const { db, connection, now } = context;
  await updateNode(db, node.id, {
    in_trash: inTrash ? 1 : 0,
    last_edited_time: now,
    last_edited_by: connection.id,
  });
  if (parent.kind === "data_source") {
    if (node.kind === "page") await reindexRow(node.id, parent.id, context);
    return;
  }
  await addToChildrenCount(db, parent.id, inTrash ? -1 : 1);
  // Recorded: a page notes that a page or a block of it went, and does not note that a database did.
  if (node.kind !== "database" && parent.kind !== "database")
    await touchContent(ancestry.chain.slice(1), context);
}

/**
 * Refuses to change what is in the trash.
 *
 * @throws ApiError validation_error, in Notion's words
 */
export function mustNotBeInTrash({ node, inTrash }: Reached): void {
  if (node.in_trash === 1) {
    throw validationError("Can't edit block that is archived. You must unarchive the block before editing.");
  }
  if (inTrash) throw ancestorInTrash();
}

/** In the error tables of several public programs of 2026, of pages and of databases. */
const atTheTop = (inTrash: boolean): ApiError =>
  validationError(
    inTrash
      ? "Archiving workspace level pages via API not supported."
      : "Unarchiving workspace level pages not supported by the API.",
  );

const ancestorInTrash = (): ApiError =>
  validationError(
    "Can't edit page on block with an archived ancestor. You must unarchive the ancestor before editing page.",
  );
