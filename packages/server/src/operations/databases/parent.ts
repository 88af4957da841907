import type { Schema } from "@notional/openapi-types";
import { mustReach } from "../../auth/access.ts";
import type { Context } from "../../context.ts";
import { validationError } from "../../errors.ts";
import { positionsAt } from "../../store/positions.ts";
import type { Node } from "../../store/tables.ts";
import { dashed } from "../../uuid.ts";
import { mustNotBeInTrash } from "../trash.ts";

/** Where a database stands in the tree. */
export type StandsIn = Pick<Node, "parent_kind" | "parent_id" | "position">;

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
): Promise<StandsIn> {
  if (!("page_id" in parent)) return { parent_kind: "workspace", parent_id: null, position: null };
  const page = await mustReach(context, "page", dashed(parent.page_id), ["page"]);
  mustNotBeInTrash(page);
  if (page.ancestry.chain.some(({ id }) => id === movedId)) {
    throw validationError("A database cannot be moved into itself.");
  }
  const [position = null] = (await positionsAt(context.db, page.node.id, { at: "end" }, 1)) ?? [];
  return { parent_kind: "page", parent_id: page.node.id, position };
}
