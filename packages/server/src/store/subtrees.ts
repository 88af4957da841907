import { sql } from "kysely";
import type { Db } from "./database.ts";
import { recountChildren, revised } from "./nodes.ts";
import type { Node } from "./tables.ts";

/** Everything below a node that is not in the trash, parents before children and siblings in their order. */
export async function listDescendants(db: Db, id: string): Promise<Node[]> {
  const { rows } = await sql<Node>`
    with recursive down (id, depth) as (
      select id, 1 from nodes where parent_id = ${id} and in_trash = 0
      union all
      select below.id, down.depth + 1
      from nodes below join down on below.parent_id = down.id where below.in_trash = 0
    )
    select nodes.* from down join nodes on nodes.id = down.id
    order by down.depth, nodes.position, nodes.seq`.execute(db);
  return rows;
}

/** Puts all children of a node into the trash. */
export async function trashChildren(db: Db, parentId: string): Promise<void> {
  await db
    .updateTable("nodes")
    .set({ in_trash: 1, ...revised() })
    .where("parent_id", "=", parentId)
    .where("in_trash", "=", 0)
    .execute();
  await recountChildren(db, parentId);
}
