import type { Db } from "./database.ts";
import { seqOf } from "./nodes.ts";
import type { Node } from "./tables.ts";

/** The data sources of a database in the order in which they were made, those in the trash left out. */
export async function dataSourcesOf(db: Db, databaseId: string): Promise<Node[]> {
  return await db
    .selectFrom("nodes")
    .selectAll()
    .where("parent_id", "=", databaseId)
    .where("kind", "=", "data_source")
    .where("in_trash", "=", 0)
    .orderBy("seq")
    .execute();
}

/** The ids of all data sources of a database, those in the trash included. */
export async function allDataSourceIds(db: Db, databaseId: string): Promise<string[]> {
  const found = await db
    .selectFrom("nodes")
    .select("id")
    .where("parent_id", "=", databaseId)
    .where("kind", "=", "data_source")
    .execute();
  return found.map(({ id }) => id);
}

/**
 * Data sources whose document has a text somewhere. What it means there is for the caller to see; this only
 * spares reading all documents of the workspace.
 */
export async function dataSourcesWith(db: Db, workspaceId: string, text: string): Promise<Node[]> {
  return await db
    .selectFrom("nodes")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("kind", "=", "data_source")
    .where("in_trash", "=", 0)
    // Wildcards of LIKE, and how JSON writes quotes, stand for any one character.
    .where("document", "like", `%${text.replaceAll(/[%_\\"]/g, "_")}%`)
    .execute();
}

/**
 * Pages of a data source that no query returns, in the order in which they were made: its templates, which have
 * no line in `rows`.
 */
export async function unlistedPages(db: Db, dataSourceId: string): Promise<Node[]> {
  return await db
    .selectFrom("nodes")
    .selectAll("nodes")
    .leftJoin("rows", (join) =>
      join.onRef("rows.seq", "=", "nodes.seq").on("rows.data_source_seq", "=", seqOf(dataSourceId)),
    )
    .where("nodes.parent_id", "=", dataSourceId)
    .where("nodes.kind", "=", "page")
    .where("nodes.in_trash", "=", 0)
    .where("rows.page_id", "is", null)
    .orderBy("nodes.seq")
    .execute();
}
