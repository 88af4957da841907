import type { Schema } from "@notional/openapi-types";
import type { Context } from "../../context.ts";
import { notImplemented } from "../../errors.ts";
import type { Place } from "../../store/positions.ts";
import type { Node } from "../../store/tables.ts";

/**
 * Makes blocks, with all that is nested in them, below a page or block.
 *
 * @param place Where among the children of the parent.
 * @returns The new blocks of the first level, in order.
 * @throws ApiError validation_error for what may not stand there, or a place that does not exist
 */
export async function createBlocks(
  _parent: Node,
  _blocks: readonly Schema<"BlockRequest">[],
  _place: Place,
  _context: Context,
): Promise<Node[]> {
  throw notImplemented("createBlocks");
}
