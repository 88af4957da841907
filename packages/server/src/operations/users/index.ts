import type { Context } from "../../context.ts";
import { ApiError, notImplemented } from "../../errors.ts";
import { findUsers } from "../../store/users.ts";
import type { Answer, Handlers } from "../handler.ts";
import { loadReferences } from "../references.ts";
import { renderUser } from "./render.ts";

export const usersHandlers: Pick<Handlers, "listUsers" | "getUser" | "getSelf"> = {
  listUsers: async () => {
    throw notImplemented("listUsers");
  },
  getUser: async ({ path }, context) => (await oneUser(path.user_id, context)) as Answer<"getUser">,
  getSelf: async (_request, context) => (await oneUser(context.connection.id, context)) as Answer<"getSelf">,
};

async function oneUser(id: string, context: Context) {
  const { connection, db } = context;
  const user = (await findUsers(db, connection.workspaceId, [id])).get(id);
  if (!user) throw unknownUser(id, context);
  const { workspace } = await loadReferences(context, {
    users: new Set(),
    nodes: new Set(),
    emojis: new Set(),
  });
  return renderUser(user, connection, workspace);
}

function unknownUser(id: string, { connection }: Context): ApiError {
  const message = `Could not find user with ID: ${id}. Make sure your integration has capabilities to read user information. With those capabilities, only members and guests in the integration's workspace are visible.`;
  return new ApiError(404, "object_not_found", message, {
    additionalData: { integration_id: connection.id },
  });
}
