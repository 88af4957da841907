import type { Schema } from "@notional/openapi-types";
import type { Context } from "../../context.ts";
import { notImplemented } from "../../errors.ts";
import type { Node } from "../../store/tables.ts";

/**
 * Data sources as answers have them. Relations to what the connection may not see are left out.
 *
 * @param trashed The ids of those that read as trashed by something above them.
 */
export async function renderDataSources(
  _nodes: readonly Node[],
  _trashed: ReadonlySet<string>,
  _context: Context,
): Promise<Schema<"DataSource">[]> {
  throw notImplemented("renderDataSources");
}
