import { reachAll } from "../auth/access.ts";
import type { Context } from "../context.ts";
import { findCustomEmojis, type ShownEmoji } from "../store/custom-emojis.ts";
import { findUsers, type UserRow } from "../store/users.ts";
import { pageTitle } from "./titles.ts";

/**
 * What rendering has to look up: users, and the titles of pages and databases that are mentioned. Everything a
 * whole answer mentions is loaded at once, before anything of it is rendered.
 */
export interface References {
  users: Map<string, UserRow>;
  /** The titles of what the connection may see; what is not in here is shown as `Untitled`. */
  titles: Map<string, string>;
  /** By id. */
  emojis: Map<string, ShownEmoji>;
  workspace: { id: string; name: string; uploadLimit: number };
}

/** What the values of an answer point at. */
export interface Mentioned {
  users: Set<string>;
  nodes: Set<string>;
  emojis: Set<string>;
}

/** 5 MiB on free plans. */
const UPLOAD_LIMIT = 5 * 1024 * 1024;

/** Finds mentions, users of `people` values and custom emojis wherever they are in stored documents. */
export function mentionedIn(documents: readonly unknown[]): Mentioned {
  const mentioned: Mentioned = { users: new Set(), nodes: new Set(), emojis: new Set() };
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if (Array.isArray(value)) {
      for (const item of value) visit(item);
      return;
    }
    const { type } = value as { type?: unknown };
    if (type === "user") mentioned.users.add((value as { user: { id: string } }).user.id);
    else if (type === "page" && "page" in value) mentioned.nodes.add((value.page as { id: string }).id);
    else if (type === "database" && "database" in value) {
      mentioned.nodes.add((value.database as { id: string }).id);
    } else if (type === "custom_emoji") {
      mentioned.emojis.add((value as { custom_emoji: { id: string } }).custom_emoji.id);
    } else if (type === "people") {
      for (const { id } of (value as { people: { id: string }[] }).people) mentioned.users.add(id);
    }
    for (const inner of Object.values(value)) visit(inner);
  };
  visit(documents);
  return mentioned;
}

export const mentionsAnything = ({ users, nodes, emojis }: Mentioned): boolean =>
  users.size + nodes.size + emojis.size > 0;

/** Loads what rendering needs. */
export async function loadReferences(context: Context, mentioned: Mentioned): Promise<References> {
  const { db, connection } = context;
  // Only the caller's own bot shows what workspace it is in.
  const workspace = mentioned.users.has(connection.id)
    ? await loadWorkspace(context)
    : { id: connection.workspaceId, name: "", uploadLimit: UPLOAD_LIMIT };
  const users = await findUsers(db, connection.workspaceId, [...mentioned.users]);
  const reached = await reachAll(context, [...mentioned.nodes]);
  const titles = new Map([...reached].map(([id, { node }]) => [id, pageTitle(node)]));
  const emojis = await findCustomEmojis(db, connection.workspaceId, [...mentioned.emojis]);
  return { users, titles, emojis, workspace };
}

/** The workspace of the caller, as its bot shows it. */
export async function loadWorkspace({ db, connection }: Context): Promise<References["workspace"]> {
  const workspace = await db
    .selectFrom("workspaces")
    .select(["id", "name"])
    .where("id", "=", connection.workspaceId)
    .executeTakeFirstOrThrow();
  return { ...workspace, uploadLimit: UPLOAD_LIMIT };
}

/** What stored documents need, found and loaded. */
export const referencesOf = (context: Context, documents: readonly unknown[]): Promise<References> =>
  loadReferences(context, mentionedIn(documents));
