import type { Insertable, Updateable } from "kysely";
import type { Db } from "./database.ts";
import type { CommentRow, CommentsTable } from "./tables.ts";

export async function findComment(db: Db, workspaceId: string, id: string): Promise<CommentRow | undefined> {
  return await db
    .selectFrom("comments")
    .selectAll()
    .where("id", "=", id)
    .where("workspace_id", "=", workspaceId)
    .executeTakeFirst();
}

/** The first comment of a discussion. */
export async function findDiscussion(
  db: Db,
  workspaceId: string,
  discussionId: string,
): Promise<CommentRow | undefined> {
  return await db
    .selectFrom("comments")
    .selectAll()
    .where("discussion_id", "=", discussionId)
    .where("workspace_id", "=", workspaceId)
    .orderBy("seq")
    .limit(1)
    .executeTakeFirst();
}

/**
 * The comments on a page or block, the oldest first.
 *
 * @param from The `seq` to begin at.
 */
export async function listComments(
  db: Db,
  parentId: string,
  from: number,
  limit: number,
): Promise<CommentRow[]> {
  return await db
    .selectFrom("comments")
    .selectAll()
    .where("parent_id", "=", parentId)
    .where("seq", ">=", from)
    .orderBy("seq")
    .limit(limit)
    .execute();
}

export async function insertComment(db: Db, comment: Insertable<CommentsTable>): Promise<CommentRow> {
  return await db.insertInto("comments").values(comment).returningAll().executeTakeFirstOrThrow();
}

export async function updateComment(db: Db, id: string, change: Updateable<CommentsTable>): Promise<void> {
  await db.updateTable("comments").set(change).where("id", "=", id).execute();
}

/** A comment that is deleted is gone; the API has no trash for comments. */
export async function deleteComment(db: Db, id: string): Promise<void> {
  await db.deleteFrom("comments").where("id", "=", id).execute();
}
