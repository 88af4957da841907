import type { Db } from "./database.ts";

/** Shares a node, with all below it, with a connection. */
export async function addShare(db: Db, connectionId: string, nodeId: string): Promise<void> {
  await db
    .insertInto("shares")
    .values({ connection_id: connectionId, node_id: nodeId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
