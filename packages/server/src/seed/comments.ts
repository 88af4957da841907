import type { CommentDocument } from "../operations/comments/render.ts";
import { readText } from "./contents.ts";
import { readId } from "./names.ts";
import type { Belonging } from "./objects.ts";
import type { Planned } from "./plan.ts";
import type { Seeding } from "./users.ts";

/** Adds comments. Those that name no discussion open one each. */
export async function addComments(
  planned: readonly Planned[],
  { workspaceId, author, names }: Belonging,
  { db, ids, now }: Seeding,
): Promise<void> {
  for (const { id, parent, object, path } of planned) {
    const { discussion_id, created_by, created_time, last_edited_time } = object;
    const by = typeof created_by === "string" ? created_by : (created_by as { id?: string } | undefined)?.id;
    const created = created_time === undefined ? now : new Date(created_time as string).toISOString();
    await db
      .insertInto("comments")
      .values({
        id,
        workspace_id: workspaceId,
        discussion_id: (discussion_id as string | undefined) ?? ids.uuid(),
        parent_kind: parent.kind as "page" | "block",
        parent_id: parent.id as string,
        created_by: by === undefined ? author : readId(by, names, `${path}.created_by`),
        created_time: created,
        last_edited_time:
          last_edited_time === undefined ? created : new Date(last_edited_time as string).toISOString(),
        document: JSON.stringify(documentOf(object)),
      })
      .execute();
  }
}

function documentOf({ rich_text, display_name, attachments }: Planned["object"]): CommentDocument {
  const files = (attachments ?? []) as NonNullable<CommentDocument["attachments"]>;
  return {
    rich_text: readText(rich_text),
    display_name: readDisplayName(display_name),
    ...(files.length > 0 && {
      attachments: files.map(({ category, file: { url } }) => ({ category, file: { url } })),
    }),
  };
}

function readDisplayName(value: unknown): CommentDocument["display_name"] {
  const { type, resolved_name } = (value ?? { type: "user" }) as {
    type: "integration" | "user" | "custom";
    resolved_name?: string;
  };
  return type === "custom" ? { type, name: resolved_name ?? "" } : { type };
}
