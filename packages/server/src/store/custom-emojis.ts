import type { Selectable } from "kysely";
import type { Db } from "./database.ts";
import type { CustomEmojisTable } from "./tables.ts";

export type CustomEmojiRow = Selectable<CustomEmojisTable>;

/** What answers show of one. */
export type ShownEmoji = Pick<CustomEmojiRow, "id" | "name" | "url">;

export async function findCustomEmoji(
  db: Db,
  workspaceId: string,
  id: string,
): Promise<CustomEmojiRow | undefined> {
  return await db
    .selectFrom("custom_emojis")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
}

/** By id; those that the workspace does not have are left out. */
export async function findCustomEmojis(
  db: Db,
  workspaceId: string,
  ids: readonly string[],
): Promise<Map<string, ShownEmoji>> {
  if (ids.length === 0) return new Map();
  const found = await db
    .selectFrom("custom_emojis")
    .select(["id", "name", "url"])
    .where("workspace_id", "=", workspaceId)
    .where("id", "in", ids)
    .execute();
  return new Map(found.map((emoji) => [emoji.id, emoji]));
}

/**
 * The custom emojis of a workspace in the order in which they were added.
 *
 * @param from The `seq` to begin at.
 * @param name Only those of this name.
 */
export async function listCustomEmojis(
  db: Db,
  workspaceId: string,
  from: number,
  limit: number,
  name?: string,
): Promise<CustomEmojiRow[]> {
  return await db
    .selectFrom("custom_emojis")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("seq", ">=", from)
    .$if(name !== undefined, (query) => query.where("name", "=", name as string))
    .orderBy("seq")
    .limit(limit)
    .execute();
}
