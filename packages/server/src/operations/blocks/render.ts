import type { Schema } from "@notional/openapi-types";
import type { Context } from "../../context.ts";
import { notImplemented } from "../../errors.ts";
import type { Node } from "../../store/tables.ts";

/**
 * Blocks as answers have them; pages and databases as `child_page` and `child_database`.
 *
 * @param inTrash Whether something above all of them is in the trash.
 */
export async function renderBlocks(
  _nodes: readonly Node[],
  _inTrash: boolean,
  _context: Context,
): Promise<Schema<"Block">[]> {
  throw notImplemented("renderBlocks");
}
