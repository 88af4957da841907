import type { Selectable } from "kysely";
import type { Db } from "./database.ts";
import type { UsersTable } from "./tables.ts";

export type UserRow = Selectable<UsersTable>;

/** What `users.document` holds. */
export type UserDocument =
  | { email: string | null; email_verified?: boolean }
  | { owner: { type: "workspace"; workspace: true } | { type: "user"; user: { id: string } } };

export async function findUsers(
  db: Db,
  workspaceId: string,
  ids: readonly string[],
): Promise<Map<string, UserRow>> {
  if (ids.length === 0) return new Map();
  const users = await db
    .selectFrom("users")
    .selectAll()
    .where("id", "in", [...new Set(ids)])
    .where("workspace_id", "=", workspaceId)
    .execute();
  return new Map(users.map((user) => [user.id, user]));
}

/**
 * The people and bots of a workspace in the order in which they joined.
 *
 * @param from The `seq` to begin at.
 */
export async function listUsers(
  db: Db,
  workspaceId: string,
  from: number,
  limit: number,
): Promise<UserRow[]> {
  return await db
    .selectFrom("users")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("seq", ">=", from)
    .orderBy("seq")
    .limit(limit)
    .execute();
}
