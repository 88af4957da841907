import type { CommentDocument } from "../operations/comments/render.ts";
import { listConnections } from "../store/connections.ts";
import type { Db } from "../store/database.ts";
import type { CommentRow, Node } from "../store/tables.ts";
import type { UserDocument } from "../store/users.ts";
import { describeNode, type Related } from "./describe.ts";
import type { Seed, SeedConnection, SeedObject, SeedUser, SeedWorkspace } from "./format.ts";

/** Everything that is in the database as a seed, with ids and times, objects within each other. */
export async function exportSeed(db: Db): Promise<Seed> {
  const workspaces = await db.selectFrom("workspaces").selectAll().orderBy("id").execute();
  const exported: SeedWorkspace[] = [];
  for (const { id, name } of workspaces) {
    exported.push({
      id,
      name,
      users: await exportUsers(db, id),
      connections: await exportConnections(db, id),
      custom_emojis: await db
        .selectFrom("custom_emojis")
        .select(["id", "name", "url"])
        .where("workspace_id", "=", id)
        .orderBy("seq")
        .execute(),
      objects: await exportObjects(db, id),
    });
  }
  return { workspaces: exported };
}

/** People, and bots that no connection belongs to. */
async function exportUsers(db: Db, workspaceId: string): Promise<SeedUser[]> {
  const users = await db
    .selectFrom("users")
    .select(["id", "type", "name", "avatar_url", "document"])
    .where("workspace_id", "=", workspaceId)
    .where("id", "not in", db.selectFrom("connections").select("id"))
    .orderBy("seq")
    .execute();
  return users.map(({ document, ...user }) => {
    const read = JSON.parse(document) as UserDocument;
    if ("owner" in read) return user;
    const { email, ...person } = read;
    return { ...user, person: { email, ...person } };
  });
}

async function exportConnections(db: Db, workspaceId: string): Promise<SeedConnection[]> {
  const connections = (await listConnections(db)).filter(({ workspace_id }) => workspace_id === workspaceId);
  const tokens = Map.groupBy(
    await db.selectFrom("tokens").select(["hash", "connection_id"]).orderBy("hash").execute(),
    ({ connection_id }) => connection_id,
  );
  const bots = await db.selectFrom("users").select(["id", "avatar_url"]).where("type", "=", "bot").execute();
  const avatars = new Map(bots.map(({ id, avatar_url }) => [id, avatar_url]));
  return connections.map(({ id, name, type, owner, capabilities, content_access, shared }) => ({
    id,
    name,
    type,
    owner,
    avatar_url: avatars.get(id) ?? null,
    capabilities,
    token_hashes: tokens.get(id)?.map(({ hash }) => hash) ?? [],
    shared: content_access === "all" ? "all" : shared,
  }));
}

/** Where what a node holds stands in its description. */
const HOLDERS = {
  data_source: "data_sources",
  row: "rows",
  template: "templates",
  child: "children",
} as const;

async function exportObjects(db: Db, workspaceId: string): Promise<SeedObject[]> {
  const nodes = await db
    .selectFrom("nodes")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .orderBy("position")
    .orderBy("seq")
    .execute();
  const comments = await db
    .selectFrom("comments")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .orderBy("seq")
    .execute();
  const relations = Map.groupBy(
    await db.selectFrom("relations").selectAll().orderBy("place").execute(),
    ({ page_id }) => page_id,
  );
  const sources = nodes.filter(({ kind }) => kind === "data_source");
  const related: Related = {
    relations,
    dataSources: new Map(sources.map(({ id, document }) => [id, JSON.parse(document)])),
  };
  const described = new Map(nodes.map((node) => [node.id, describeNode(node, related)]));
  const top: SeedObject[] = [];
  for (const node of nodes) {
    const object = described.get(node.id) as SeedObject;
    const holder = node.parent_id === null ? undefined : described.get(node.parent_id);
    if (holder) put(holder, HOLDERS[roleOf(node, object)], object);
    else top.push(object);
  }
  for (const comment of comments) {
    const holder = described.get(comment.parent_id);
    if (holder) put(holder, "comments", describeComment(comment));
  }
  return top;
}

function roleOf(node: Node, object: SeedObject): keyof typeof HOLDERS {
  if (node.kind === "data_source") return "data_source";
  if (node.parent_kind !== "data_source") return "child";
  return object.is_template === true ? "template" : "row";
}

function put(
  holder: SeedObject,
  key: "data_sources" | "rows" | "templates" | "children" | "comments",
  object: SeedObject,
) {
  const list = holder[key] ?? [];
  holder[key] = list;
  list.push(object);
}

function describeComment(comment: CommentRow): SeedObject {
  const { rich_text, display_name, attachments } = JSON.parse(comment.document) as CommentDocument;
  const { id, discussion_id, created_time, created_by, last_edited_time } = comment;
  const shown =
    display_name.type === "custom" ? { type: "custom", resolved_name: display_name.name } : display_name;
  return {
    id,
    discussion_id,
    created_time,
    created_by,
    last_edited_time,
    rich_text,
    display_name: shown,
    ...(attachments && { attachments }),
  };
}
