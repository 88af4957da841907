import { capabilities } from "../auth/connection.ts";
import { hashToken } from "../auth/tokens.ts";
import type { Ids } from "../ids.ts";
import type { Db } from "../store/database.ts";
import type { Seed, SeedConnection, SeedWorkspace } from "./format.ts";

/** What seeding needs besides the database. */
export interface Seeding {
  db: Db;
  ids: Ids;
  /** The time of what says none. ISO 8601. */
  now: string;
}

/** Adds what a seed describes to the database. */
export async function applySeed(seed: Seed, seeding: Seeding): Promise<void> {
  for (const workspace of seed.workspaces) await addWorkspace(workspace, seeding);
}

async function addWorkspace(workspace: SeedWorkspace, seeding: Seeding): Promise<void> {
  const { db, ids } = seeding;
  const id = workspace.id ?? ids.uuid();
  await db.insertInto("workspaces").values({ id, name: workspace.name, document: "{}" }).execute();
  for (const { email = null, email_verified, ...person } of workspace.users ?? []) {
    await db
      .insertInto("users")
      .values({
        id: person.id ?? ids.uuid(),
        workspace_id: id,
        type: "person",
        name: person.name,
        avatar_url: person.avatar_url ?? null,
        document: JSON.stringify({ email, ...(email_verified !== undefined && { email_verified }) }),
      })
      .execute();
  }
  for (const connection of workspace.connections ?? []) await addConnection(id, connection, seeding);
}

/** Adds a connection with its bot, its tokens and what is shared with it. */
export async function addConnection(
  workspaceId: string,
  connection: SeedConnection,
  { db, ids, now }: Seeding,
): Promise<string> {
  const id = connection.id ?? ids.uuid();
  const { name, type = "internal", owner, shared = "all" } = connection;
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
      owner_id: owner ?? null,
      capabilities: JSON.stringify(connection.capabilities ?? capabilities),
      content_access: shared === "all" ? "all" : "shared",
    })
    .execute();
  for (const token of connection.tokens ?? []) {
    await db
      .insertInto("tokens")
      .values({ hash: hashToken(token), connection_id: id, created_time: now })
      .execute();
  }
  for (const node_id of shared === "all" ? [] : shared) {
    await db.insertInto("shares").values({ connection_id: id, node_id }).execute();
  }
  return id;
}
