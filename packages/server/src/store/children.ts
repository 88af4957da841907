import { sql } from "kysely";
import type { Db } from "./database.ts";
import { childrenOf } from "./nodes.ts";
import type { Node } from "./tables.ts";

/** A place among siblings, which stays where it is when others come and go. */
export interface ChildKey {
  position: string;
  seq: number;
}

/**
 * The children of a node in their order, those in the trash left out.
 *
 * @param from Where to begin; the first child that is at this place or after it. From the start when left out.
 */
export async function listChildren(
  db: Db,
  parentId: string,
  from: ChildKey | undefined,
  limit: number,
): Promise<Node[]> {
  return await childrenOf(db, parentId)
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
    .set((eb) => ({ children_count: eb("children_count", "+", change) }))
    .where("id", "=", parentId)
    .execute();
}
