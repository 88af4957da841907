import type { RequestBody } from "@notional/openapi-types";
import { mustReach, notFound, reach } from "../../auth/access.ts";
import type { Context } from "../../context.ts";
import { notImplemented } from "../../errors.ts";
import {
  deleteComment,
  findComment,
  findDiscussion,
  insertComment,
  listComments,
  updateComment,
} from "../../store/comments.ts";
import type { CommentRow } from "../../store/tables.ts";
import { dashed } from "../../uuid.ts";
import type { Answer, Handlers } from "../handler.ts";
import { DEFAULT_PAGE_SIZE, invalidCursor, renderList, splitPage } from "../lists.ts";
import { readRichText } from "../rich-text/read.ts";
import { mustNotBeInTrash } from "../trash.ts";
import { type CommentDocument, renderComment, renderComments } from "./render.ts";

type Create = RequestBody<"createComment">;

export const commentsHandlers: Pick<
  Handlers,
  "listComments" | "createComment" | "getComment" | "updateComment" | "deleteComment"
> = {
  listComments: async ({ query }, context) => {
    const { connection, db } = context;
    const { block_id, start_cursor: cursor, page_size: pageSize = DEFAULT_PAGE_SIZE } = query;
    const { node } = await mustReach(context, "block", dashed(block_id));
    const first = cursor ? await findComment(db, connection.workspaceId, dashed(cursor)) : undefined;
    if (cursor && first?.parent_id !== node.id) throw invalidCursor(cursor);
    const found = await listComments(db, node.id, first?.seq ?? 0, pageSize + 1);
    const { page, next } = splitPage(found, pageSize);
    const results = await renderComments(page, context);
    return renderList("comment", results, next?.id ?? null) as Answer<"listComments">;
  },

  createComment: async ({ body }, context) => {
    const { connection, db, ids, now } = context;
    const document = {
      rich_text: readText(body, "createComment"),
      display_name: displayName(body.display_name),
    };
    if (body.attachments && body.attachments.length > 0) {
      throw notImplemented("createComment with attachments");
    }
    const comment = await insertComment(db, {
      id: ids.uuid(),
      workspace_id: connection.workspaceId,
      ...(await placeOf(body, context)),
      created_time: now,
      created_by: connection.id,
      last_edited_time: now,
      document: JSON.stringify(document),
    });
    return await renderComment(comment, context);
  },

  getComment: async ({ path }, context) =>
    await renderComment(await reachComment(path.comment_id, context), context),

  updateComment: async ({ path, body }, context) => {
    const comment = await ownComment(path.comment_id, context);
    const document = {
      ...(JSON.parse(comment.document) as CommentDocument),
      rich_text: readText(body, "updateComment"),
    };
    const change = { document: JSON.stringify(document), last_edited_time: context.now };
    await updateComment(context.db, comment.id, change);
    return await renderComment({ ...comment, ...change }, context);
  },

  deleteComment: async ({ path }, context) => {
    const comment = await ownComment(path.comment_id, context);
    await deleteComment(context.db, comment.id);
    return await renderComment(comment, context);
  },
};

function readText(body: Pick<Create, "rich_text" | "markdown">, operationId: string) {
  if (body.markdown !== undefined) throw notImplemented(`${operationId} with markdown`);
  return readRichText(body.rich_text ?? []);
}

function displayName(asked: Create["display_name"]): CommentDocument["display_name"] {
  if (asked?.type === "custom") return { type: "custom", name: asked.custom.name };
  return { type: asked?.type ?? "integration" };
}

/** What a new comment is on: an open discussion, or a page or block that gets a new one. */
async function placeOf(
  body: Create,
  context: Context,
): Promise<Pick<CommentRow, "discussion_id" | "parent_kind" | "parent_id">> {
  const { db, connection, ids } = context;
  if (body.discussion_id !== undefined) {
    const id = dashed(body.discussion_id);
    const first = await findDiscussion(db, connection.workspaceId, id);
    const reached = first && (await reach(context, first.parent_id));
    if (!first || !reached) throw notFound(context, "discussion", id);
    mustNotBeInTrash(reached);
    const { discussion_id, parent_kind, parent_id } = first;
    return { discussion_id, parent_kind, parent_id };
  }
  // The schema asks for one of the two.
  const parent = body.parent as { page_id?: string; block_id?: string };
  const reached =
    parent.page_id !== undefined
      ? await mustReach(context, "page", dashed(parent.page_id), ["page"])
      : await mustReach(context, "block", dashed(parent.block_id as string), ["block", "page"]);
  mustNotBeInTrash(reached);
  return {
    discussion_id: ids.uuid(),
    parent_kind: reached.node.kind === "page" ? "page" : "block",
    parent_id: reached.node.id,
  };
}

/** A comment on something that the connection may see. */
async function reachComment(id: string, context: Context): Promise<CommentRow> {
  const comment = await findComment(context.db, context.connection.workspaceId, id);
  if (!comment || !(await reach(context, comment.parent_id))) throw notFound(context, "comment", id);
  return comment;
}

/** A comment that the connection made itself; those of others look as if they were not there. */
async function ownComment(id: string, context: Context): Promise<CommentRow> {
  const comment = await reachComment(id, context);
  if (comment.created_by !== context.connection.id) throw notFound(context, "comment", id);
  return comment;
}
