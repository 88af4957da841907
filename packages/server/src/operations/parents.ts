import type { Schema } from "@notional/openapi-types";
import type { Db } from "../store/database.ts";
import type { Node } from "../store/tables.ts";

/**
 * What a page, block or database is in, as answers have it.
 *
 * @param databaseIds The database of each data source: rows name both. See `databaseIdsOf`.
 */
export function renderParent(node: Node, databaseIds: ReadonlyMap<string, string>): Schema<"Parent"> {
  const id = node.parent_id;
  if (node.parent_kind === "workspace" || id === null) return { type: "workspace", workspace: true };
  switch (node.parent_kind) {
    case "page":
      return { type: "page_id", page_id: id };
    case "block":
      return { type: "block_id", block_id: id };
    case "database":
      return { type: "database_id", database_id: id };
    case "data_source":
      return { type: "data_source_id", data_source_id: id, database_id: databaseIds.get(id) ?? id };
  }
}

/** The databases of the data sources that nodes are rows of. */
export async function databaseIdsOf(db: Db, nodes: readonly Node[]): Promise<Map<string, string>> {
  const ids = nodes.flatMap((node) =>
    node.parent_kind === "data_source" && node.parent_id ? [node.parent_id] : [],
  );
  if (ids.length === 0) return new Map();
  const found = await db
    .selectFrom("nodes")
    .select(["id", "parent_id"])
    .where("id", "in", [...new Set(ids)])
    .execute();
  return new Map(found.map(({ id, parent_id }) => [id, parent_id ?? id]));
}
