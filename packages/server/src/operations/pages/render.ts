import type { Schema } from "@notional/openapi-types";
import type { Context } from "../../context.ts";
import { notImplemented } from "../../errors.ts";
import type { Node } from "../../store/tables.ts";

export interface RenderedProperties {
  /** Only these, by id or name; all when left out. */
  filterProperties?: readonly string[];
}

/**
 * Pages as answers have them. Many are rendered together, so that what they refer to is loaded once.
 *
 * @param trashed The ids of those that read as trashed by something above them.
 */
export async function renderPages(
  _nodes: readonly Node[],
  _trashed: ReadonlySet<string>,
  _context: Context,
  _options: RenderedProperties = {},
): Promise<Schema<"Page">[]> {
  throw notImplemented("renderPages");
}
