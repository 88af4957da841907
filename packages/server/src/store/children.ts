import { sql } from "kysely";
import type { Db } from "./database.ts";
import { childrenOf, revised } from "./nodes.ts";
import { statement } from "./statement.ts";
import type { Node } from "./tables.ts";

/** A place among siblings, which stays where it is when others come and go. */
export interface ChildKey {
  position: string;
  seq: number;
}

/** Which state of a node it is: the rest of it may be known already. */
export type Revision = Pick<Node, "id" | "revision">;

const children = (db: Db, parentId: string, limit: number) =>
  childrenOf(db, parentId).clearSelect().select(["id", "revision"]).limit(limit);

const firstChildren = statement(children);

const childrenFrom = statement((db, parentId: string, limit: number, position: string, seq: number) =>
  children(db, parentId, limit).where(sql<boolean>`(position, seq) >= (${position}, ${seq})`),
);

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
  return from
    ? await childrenFrom(db, parentId, limit, from.position, from.seq)
    : await firstChildren(db, parentId, limit);
}

const addToCount = statement((db, change: number, revision: number, id: string) =>
  db
    .updateTable("nodes")
    .set((eb) => ({ children_count: eb("children_count", "+", change), revision }))
    .where("id", "=", id),
);

/** Counts children in or out; `has_children` follows from the number. */
export async function addToChildrenCount(db: Db, parentId: string, change: number): Promise<void> {
  await addToCount(db, change, revised().revision, parentId);
}
