import { sql } from "kysely";
import type { Db } from "./database.ts";
import { childrenOf, revised } from "./nodes.ts";
import type { Node } from "./tables.ts";

/** A place among siblings, which stays where it is when others come and go. */
export interface ChildKey {
  position: string;
  seq: number;
}

/** Which state of a node it is: the rest of it may be known already. */
export type Revision = Pick<Node, "id" | "revision">;

/**
 * Which children a node has, in their order, those in the trash left out.
 *
 * @param from Where to begin; the first child that is at this place or after it. From the start when left out.
 */
export async function listChildren(
  db: Db,
  parentId: string,
  from: ChildKey | undefined,
  limit: number,
): Promise<Revision[]> {
  return await childrenOf(db, parentId)
    .clearSelect()
    .select(["id", "revision"])
    .$if(from !== undefined, (query) =>
      query.where(sql<boolean>`(position, seq) >= (${from?.position}, ${from?.seq})`),
    )
    .limit(limit)
    .execute();
}

/** Counts children in or out; `has_children` follows from the number. */
export async function addToChildrenCount(db: Db, parentId: string, change: number): Promise<void> {
  await db
    .updateTable("nodes")
    .set((eb) => ({ children_count: eb("children_count", "+", change), ...revised() }))
    .where("id", "=", parentId)
    .execute();
}
