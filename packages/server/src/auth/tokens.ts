import { hash, timingSafeEqual } from "node:crypto";
import type { Db } from "../store/database.ts";
import type { Capability, Connection } from "./connection.ts";

/** What is kept of a token. */
export const hashToken = (token: string): string => hash("sha256", token);

/**
 * The connection that a token belongs to.
 *
 * The token is looked up by its hash: how long that takes tells nothing about any other token, and the last
 * comparison takes the same time wherever two hashes differ.
 *
 * @param hash What `hashToken` makes of the token.
 */
export async function connectionOf(db: Db, hash: string): Promise<Connection | undefined> {
  const found = await db
    .selectFrom("tokens")
    .innerJoin("connections", "connections.id", "tokens.connection_id")
    .selectAll("connections")
    .select("tokens.hash")
    .where("tokens.hash", "=", hash)
    .executeTakeFirst();
  if (!found || !timingSafeEqual(Buffer.from(found.hash), Buffer.from(hash))) return undefined;
  return {
    id: found.id,
    workspaceId: found.workspace_id,
    name: found.name,
    type: found.type,
    ownerId: found.owner_id,
    capabilities: new Set(JSON.parse(found.capabilities) as Capability[]),
    contentAccess: found.content_access,
  };
}
