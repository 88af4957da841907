import type { Schema } from "@notional/openapi-types";
import { mustReach, type Reached } from "../../auth/access.ts";
import type { Context } from "../../context.ts";
import { validationError } from "../../errors.ts";
import { recountChildren } from "../../store/nodes.ts";
import { positionsAt } from "../../store/positions.ts";
import type { Node } from "../../store/tables.ts";
import { dashed } from "../../uuid.ts";
import { touchContent } from "../touch.ts";
import { mustNotBeInTrash } from "../trash.ts";

/** Where a database goes, and the page that it is then on. */
export interface Destination {
  place: Pick<Node, "parent_kind" | "parent_id" | "position">;
  page: Reached | undefined;
}

/**
 * The place that a request asks for: the workspace, or a page, at the end of its content.
 *
 * @param movedId The database that moves there, if it exists already.
 * @throws ApiError object_not_found; validation_error for a page in the trash, or one in the database itself
 */
export async function readParent(
  parent: Schema<"DatabaseParentRequest">,
  context: Context,
  movedId?: string,
): Promise<Destination> {
  if (!("page_id" in parent)) {
    return { place: { parent_kind: "workspace", parent_id: null, position: null }, page: undefined };
  }
  const page = await mustReach(context, "page", dashed(parent.page_id), ["page"]);
  mustNotBeInTrash(page);
  if (page.ancestry.chain.some(({ id }) => id === movedId)) {
    throw validationError("A database cannot be moved into itself.");
  }
  const { id } = page.node;
  const [position = null] = (await positionsAt(context.db, id, { at: "end" }, 1)) ?? [];
  return { place: { parent_kind: "page", parent_id: id, position }, page };
}

/** Notes that a page has got a database. */
export async function arriveOn(page: Reached | undefined, context: Context): Promise<void> {
  if (!page) return;
  await recountChildren(context.db, page.node.id);
  await touchContent(page.ancestry.chain, context);
}
