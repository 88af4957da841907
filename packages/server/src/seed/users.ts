import { capabilities } from "../auth/connection.ts";
import { hashToken } from "../auth/tokens.ts";
import type { Ids } from "../ids.ts";
import type { Db } from "../store/database.ts";
import type { SeedConnection, SeedUser } from "./format.ts";
import { type Names, readId } from "./names.ts";

/** What seeding needs besides the database. */
export interface Seeding {
  db: Db;
  ids: Ids;
  /** The time of what says none. ISO 8601. */
  now: string;
}

/** Adds a person, or a bot that has no connection here. */
export async function addUser(
  workspaceId: string,
  id: string,
  { type = "person", name = null, avatar_url = null, email, person }: SeedUser,
  { db }: Seeding,
): Promise<void> {
  const document =
    type === "bot"
      ? { owner: { type: "workspace", workspace: true } }
      : { ...person, email: email ?? person?.email ?? null };
  await db
    .insertInto("users")
    .values({ id, workspace_id: workspaceId, type, name, avatar_url, document: JSON.stringify(document) })
    .execute();
}

/**
 * Adds a connection with its bot, its tokens and what is shared with it.
 *
 * @throws SeedError when its owner, or what is shared with it, has an unknown name
 */
export async function addConnection(
  workspaceId: string,
  id: string,
  connection: SeedConnection,
  { db, now }: Seeding,
  names: Names = new Map(),
  path = "connection",
): Promise<void> {
  const { name, type = "internal", shared = "all", tokens = [], token_hashes = [] } = connection;
  const owner = connection.owner ? readId(connection.owner, names, `${path}.owner`) : null;
  const botOwner = owner ? { type: "user", user: { id: owner } } : { type: "workspace", workspace: true };
  await db
    .insertInto("users")
    .values({
      id,
      workspace_id: workspaceId,
      type: "bot",
      name,
      avatar_url: connection.avatar_url ?? null,
      document: JSON.stringify({ owner: botOwner }),
    })
    .execute();
  await db
    .insertInto("connections")
    .values({
      id,
      workspace_id: workspaceId,
      name,
      type,
      owner_id: owner,
      capabilities: JSON.stringify(connection.capabilities ?? capabilities),
      content_access: shared === "all" ? "all" : "shared",
    })
    .execute();
  const hashes = [...token_hashes, ...tokens.map(hashToken)];
  if (hashes.length > 0) {
    await db
      .insertInto("tokens")
      .values(hashes.map((hash) => ({ hash, connection_id: id, created_time: now })))
      .execute();
  }
  const nodeIds =
    shared === "all" ? [] : shared.map((node, index) => readId(node, names, `${path}.shared[${index}]`));
  if (nodeIds.length > 0) {
    await db
      .insertInto("shares")
      .values(nodeIds.map((node_id) => ({ connection_id: id, node_id })))
      .execute();
  }
}
