import { mustReach, mustSee, type Reached, type Seen } from "../../auth/access.ts";
import type { Context } from "../../context.ts";
import { type ChildKey, listChildren, type Revision } from "../../store/children.ts";
import { findNode } from "../../store/nodes.ts";
import type { Place } from "../../store/positions.ts";
import type { Node, NodeKind } from "../../store/tables.ts";
import { dashed } from "../../uuid.ts";
import type { Handlers, Request } from "../handler.ts";
import { JsonBytes } from "../json-bytes.ts";
import { DEFAULT_PAGE_SIZE, invalidCursor, listBytes, renderList, splitPage } from "../lists.ts";
import { touchContent } from "../touch.ts";
import { mustNotBeInTrash, setInTrash } from "../trash.ts";
import { createBlocks } from "./create.ts";
import { renderBlockBytes, renderBlocks } from "./render.ts";
import { originalIdOf, originalsOf } from "./synced.ts";
import { updateBlock } from "./update.ts";

export const blocksHandlers: Pick<
  Handlers,
  "getBlock" | "updateBlock" | "deleteBlock" | "listBlockChildren" | "appendBlockChildren"
> = {
  getBlock: async ({ path }, context) =>
    await answer(await mustSee(context, "block", path.block_id, kinds), context),

  updateBlock: async ({ path, body }, context) => {
    await updateBlock(await reachBlock(path.block_id, context), body, context);
    return await answer(await mustSee(context, "block", path.block_id, kinds), context);
  },

  deleteBlock: async ({ path }, context) => {
    await setInTrash(await reachBlock(path.block_id, context), true, context);
    return await answer(await mustSee(context, "block", path.block_id, kinds), context);
  },

  listBlockChildren: async ({ path, query }, context) => {
    const { self, inTrash } = await mustSee(context, "block", path.block_id, kinds);
    const { start_cursor: cursor, page_size: pageSize = DEFAULT_PAGE_SIZE } = query;
    const holder = await holderOfChildren(self, context);
    const from = cursor === undefined ? undefined : await childAt(holder, cursor, context);
    const found = holder ? await listChildren(context.db, holder.id, from, pageSize + 1) : [];
    return await answerList(found, pageSize, inTrash, context);
  },

  appendBlockChildren: async ({ path, body }, context) => {
    const reached = await reachBlock(path.block_id, context);
    mustNotBeInTrash(reached);
    const { node, ancestry } = reached;
    const place = placeOf(body.position);
    const made = await createBlocks(node, body.children, place, context);
    await touchContent(ancestry.chain, context);
    // As recorded: the new blocks and those after them, which are none at the end.
    if (place.at === "end") {
      return renderList("block", await renderBlocks(made, false, context), null);
    }
    const position = made[0]?.position ?? "";
    const found = await listChildren(context.db, node.id, { position, seq: 0 }, DEFAULT_PAGE_SIZE + 1);
    return await answerList(found, DEFAULT_PAGE_SIZE, false, context);
  },
};

/** What has an id among blocks. A data source has none. */
const kinds: NodeKind[] = ["block", "page", "database"];

const reachBlock = (id: string, context: Context): Promise<Reached> => mustReach(context, "block", id, kinds);

async function answer({ self, inTrash }: Seen, context: Context): Promise<JsonBytes> {
  const [bytes] = await renderBlockBytes([self], inTrash, context);
  return new JsonBytes(bytes as Buffer<ArrayBuffer>);
}

/** Whose children are listed: those of a copy are the ones of its original. A database has none. */
async function holderOfChildren(self: Seen["self"], context: Context): Promise<{ id: string } | undefined> {
  if (self.kind === "database") return undefined;
  if (self.type !== "synced_block") return self;
  const node = (await findNode(context.db, context.connection.workspaceId, self.id)) as Node;
  const original = originalIdOf(node);
  return original === undefined ? node : (await originalsOf([node], context)).get(original);
}

/**
 * The place of the child that a page begins with. A cursor is its id. It stays good when the child was put into
 * the trash in between: then the page begins with what comes after.
 */
async function childAt(
  parent: { id: string } | undefined,
  cursor: string,
  { db, connection }: Context,
): Promise<ChildKey> {
  const child = await findNode(db, connection.workspaceId, dashed(cursor));
  if (!parent || child?.parent_id !== parent.id || child.position === null) throw invalidCursor(cursor);
  return { position: child.position, seq: child.seq };
}

/** @param found At most one more than a page has. */
async function answerList(
  found: Revision[],
  pageSize: number,
  inTrash: boolean,
  context: Context,
): Promise<JsonBytes> {
  const { page, next } = splitPage(found, pageSize);
  return listBytes("block", await renderBlockBytes(page, inTrash, context), next?.id ?? null);
}

function placeOf(position: Request<"appendBlockChildren">["body"]["position"]): Place {
  if (position?.type === "after_block") return { at: "after", id: dashed(position.after_block.id) };
  return { at: position?.type ?? "end" };
}
