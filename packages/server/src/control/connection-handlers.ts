import { randomBytes } from "node:crypto";
import type { Connection } from "../__generated__/control/types.ts";
import { hashToken } from "../auth/tokens.ts";
import { ApiError, validationError } from "../errors.ts";
import { addConnection } from "../seed/users.ts";
import {
  addShare,
  deleteShare,
  listConnections,
  replaceTokens,
  updateConnection,
} from "../store/connections.ts";
import type { Db } from "../store/database.ts";
import { findNode } from "../store/nodes.ts";
import { dashed } from "../uuid.ts";
import type { ControlHandlers } from "./handlers.ts";

export const connectionHandlers: Pick<
  ControlHandlers,
  "listConnections" | "createConnection" | "updateConnection" | "rotateToken" | "createShare" | "deleteShare"
> = {
  listConnections: (_request, { database }) =>
    database.read(async (db) => ({ connections: await listConnections(db) })),

  createConnection: ({ body }, { database, ids, clock }) =>
    database.write("*", async (db) => {
      const { token = newToken(), content_access = "shared", workspace_id, ...connection } = body;
      await mustBeFree(db, token);
      const workspaceId = await workspaceOf(db, workspace_id);
      const id = ids.uuid();
      const shared = content_access === "all" ? ("all" as const) : [];
      const seeding = { db, ids, now: clock.now().toISOString() };
      await addConnection(workspaceId, id, { ...connection, shared, tokens: [token] }, seeding);
      return { connection: await connectionWith(db, id), token };
    }),

  updateConnection: ({ path, body }, { database }) =>
    database.write("*", async (db) => {
      const { id } = await connectionWith(db, path.connection_id);
      const { capabilities, content_access } = body;
      await updateConnection(db, id, {
        ...(capabilities && { capabilities: JSON.stringify(capabilities) }),
        ...(content_access && { content_access }),
      });
      return await connectionWith(db, id);
    }),

  rotateToken: ({ path }, { database, clock }) =>
    database.write("*", async (db) => {
      const { id } = await connectionWith(db, path.connection_id);
      const token = newToken();
      await replaceTokens(db, id, hashToken(token), clock.now().toISOString());
      return { connection: await connectionWith(db, id), token };
    }),

  createShare: ({ path, body }, { database }) =>
    database.write("*", async (db) => {
      const { id, workspace_id } = await connectionWith(db, path.connection_id);
      const objectId = dashed(body.object_id);
      const node = await findNode(db, workspace_id, objectId);
      if (!node) throw notFound(`The workspace of the connection has no object ${objectId}.`);
      await addShare(db, id, objectId);
      return await connectionWith(db, id);
    }),

  deleteShare: ({ path }, { database }) =>
    database.write("*", async (db) => {
      const { id, shared } = await connectionWith(db, path.connection_id);
      const objectId = dashed(path.object_id);
      if (!shared.includes(objectId)) throw notFound(`${objectId} is not shared with the connection ${id}.`);
      await deleteShare(db, id, objectId);
      return await connectionWith(db, id);
    }),
};

const newToken = (): string => `ntn_${randomBytes(24).toString("base64url").replaceAll(/[-_]/g, "0")}`;

const notFound = (message: string): ApiError => new ApiError(404, "object_not_found", message);

async function connectionWith(db: Db, id: string): Promise<Connection> {
  const [connection] = await listConnections(db, dashed(id));
  if (!connection) throw notFound(`There is no connection ${id}.`);
  return connection;
}

async function mustBeFree(db: Db, token: string): Promise<void> {
  const taken = await db
    .selectFrom("tokens")
    .select("hash")
    .where("hash", "=", hashToken(token))
    .executeTakeFirst();
  if (taken) throw validationError("body.token: another connection has this token.");
}

async function workspaceOf(db: Db, id: string | undefined): Promise<string> {
  const workspaces = await db.selectFrom("workspaces").select("id").execute();
  const [only, ...more] =
    id === undefined ? workspaces : workspaces.filter((workspace) => workspace.id === dashed(id));
  if (!only) throw notFound(id === undefined ? "There is no workspace." : `There is no workspace ${id}.`);
  if (more.length > 0)
    throw validationError("body.workspace_id: is needed, because there are several workspaces.");
  return only.id;
}
