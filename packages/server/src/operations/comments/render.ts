import type { Schema } from "@notional/openapi-types";
import type { Context } from "../../context.ts";
import type { StoredRichText } from "../../store/documents.ts";
import type { CommentRow } from "../../store/tables.ts";
import { renderHosted } from "../files.ts";
import { referencesOf } from "../references.ts";
import { renderRichText } from "../rich-text/render.ts";
import { toMinute } from "../times.ts";

/** What `comments.document` holds. */
export interface CommentDocument {
  rich_text: StoredRichText[];
  /** The name beside it: that of the connection, of its user, or one of its own. */
  display_name: { type: "integration" | "user" } | { type: "custom"; name: string };
  /** Only seeds bring files: requests refer to uploads. */
  attachments?: { category: Schema<"CommentAttachmentCategory">; file: { url: string } }[];
}

/** Comments as answers have them. */
export async function renderComments(
  comments: readonly CommentRow[],
  context: Context,
): Promise<Schema<"Comment">[]> {
  const documents = comments.map(({ document }) => JSON.parse(document) as CommentDocument);
  const references = await referencesOf(
    context,
    documents.map(({ rich_text }) => rich_text),
  );
  const authors = await authorNames(comments, context);
  return comments.map((comment, index) => {
    const { rich_text, display_name, attachments } = documents[index] as CommentDocument;
    const name = display_name.type === "custom" ? display_name.name : authors.get(comment.created_by);
    const parent =
      comment.parent_kind === "page"
        ? { type: "page_id" as const, page_id: comment.parent_id }
        : { type: "block_id" as const, block_id: comment.parent_id };
    return {
      object: "comment",
      id: comment.id,
      parent,
      discussion_id: comment.discussion_id,
      created_time: toMinute(comment.created_time),
      last_edited_time: toMinute(comment.last_edited_time),
      created_by: { object: "user", id: comment.created_by },
      rich_text: renderRichText(rich_text, references, context),
      display_name: { type: display_name.type, resolved_name: name ?? null },
      ...(attachments && {
        attachments: attachments.map(({ category, file }) => ({
          category,
          file: renderHosted(file, context),
        })),
      }),
    };
  });
}

/**
 * The comments as the connection may see them: whole, or only their ids.
 *
 * @see https://developers.notion.com/reference/capabilities
 */
export async function renderComment(
  comment: CommentRow,
  context: Context,
): Promise<Schema<"CommentOrPartial">> {
  if (!context.connection.capabilities.has("read_comments")) return { object: "comment", id: comment.id };
  const [rendered] = await renderComments([comment], context);
  return rendered as Schema<"Comment">;
}

/** The names of those who wrote comments. */
async function authorNames(
  comments: readonly CommentRow[],
  { db, connection }: Context,
): Promise<Map<string, string | null>> {
  const ids = [...new Set(comments.map(({ created_by }) => created_by))];
  if (ids.length === 0) return new Map();
  const users = await db
    .selectFrom("users")
    .select(["id", "name"])
    .where("workspace_id", "=", connection.workspaceId)
    .where("id", "in", ids)
    .execute();
  return new Map(users.map(({ id, name }) => [id, name]));
}
