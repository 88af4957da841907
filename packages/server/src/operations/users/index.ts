import type { Context } from "../../context.ts";
import { findUsers, listUsers } from "../../store/users.ts";
import type { Answer, Handlers } from "../handler.ts";
import { DEFAULT_PAGE_SIZE, invalidCursor, renderList, splitPage } from "../lists.ts";
import { loadWorkspace } from "../references.ts";
import { unknownUser } from "./not-found.ts";
import { renderUser } from "./render.ts";

export const usersHandlers: Pick<Handlers, "listUsers" | "getUser" | "getSelf"> = {
  listUsers: async ({ query }, context) => {
    const { connection, db } = context;
    const { start_cursor: cursor, page_size: pageSize = DEFAULT_PAGE_SIZE } = query;
    const first = cursor ? (await findUsers(db, connection.workspaceId, [cursor])).get(cursor) : undefined;
    if (cursor && !first) throw invalidCursor(cursor);
    const found = await listUsers(db, connection.workspaceId, first?.seq ?? 0, pageSize + 1);
    const { page, next } = splitPage(found, pageSize);
    const workspace = await loadWorkspace(context);
    const results = page.map((user) => renderUser(user, connection, workspace));
    return renderList("user", results, next?.id ?? null) as Answer<"listUsers">;
  },
  getUser: async ({ path }, context) => (await oneUser(path.user_id, context)) as Answer<"getUser">,
  getSelf: async (_request, context) => (await oneUser(context.connection.id, context)) as Answer<"getSelf">,
};

async function oneUser(id: string, context: Context) {
  const { connection, db } = context;
  const user = (await findUsers(db, connection.workspaceId, [id])).get(id);
  if (!user) throw unknownUser(id, context);
  return renderUser(user, connection, await loadWorkspace(context));
}
