import type { Updateable } from "kysely";
import type { Connection } from "../__generated__/control/types.ts";
import type { Db } from "./database.ts";
import type { ConnectionsTable } from "./tables.ts";

/** Connections with what is shared with them, the oldest first. */
export async function listConnections(db: Db, id?: string): Promise<Connection[]> {
  const found = await db
    .selectFrom("connections")
    .innerJoin("users", "users.id", "connections.id")
    .selectAll("connections")
    .$if(id !== undefined, (query) => query.where("connections.id", "=", id as string))
    .orderBy("users.seq")
    .execute();
  const shares = Map.groupBy(
    await db.selectFrom("shares").selectAll().orderBy("node_id").execute(),
    ({ connection_id }) => connection_id,
  );
  const tokens = Map.groupBy(
    await db.selectFrom("tokens").select("connection_id").execute(),
    ({ connection_id }) => connection_id,
  );
  return found.map(({ owner_id, capabilities, ...connection }) => ({
    ...connection,
    owner: owner_id,
    capabilities: JSON.parse(capabilities) as Connection["capabilities"],
    shared: shares.get(connection.id)?.map(({ node_id }) => node_id) ?? [],
    tokens: tokens.get(connection.id)?.length ?? 0,
  }));
}

export async function updateConnection(
  db: Db,
  id: string,
  change: Updateable<ConnectionsTable>,
): Promise<void> {
  await db.updateTable("connections").set(change).where("id", "=", id).execute();
}

/** Makes this the one token of a connection. */
export async function replaceTokens(db: Db, connectionId: string, hash: string, now: string): Promise<void> {
  await db.deleteFrom("tokens").where("connection_id", "=", connectionId).execute();
  await db.insertInto("tokens").values({ hash, connection_id: connectionId, created_time: now }).execute();
}

export async function addShare(db: Db, connectionId: string, nodeId: string): Promise<void> {
  await db
    .insertInto("shares")
    .values({ connection_id: connectionId, node_id: nodeId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function deleteShare(db: Db, connectionId: string, nodeId: string): Promise<void> {
  await db
    .deleteFrom("shares")
    .where("connection_id", "=", connectionId)
    .where("node_id", "=", nodeId)
    .execute();
}
