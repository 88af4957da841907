import { emojisIn } from "../operations/custom-emojis/known.ts";
import { SeedError } from "./error.ts";
import type { Seed, SeedWorkspace } from "./format.ts";
import { addObjects } from "./objects.ts";
import { name, planObjects } from "./plan.ts";
import { addConnection, addUser, type Seeding } from "./users.ts";

/**
 * Adds what a seed describes to the database.
 *
 * @throws SeedError with the path of what is wrong; the caller's transaction keeps nothing then
 */
export async function applySeed(seed: Seed, seeding: Seeding): Promise<void> {
  for (const [index, workspace] of seed.workspaces.entries()) {
    await addWorkspace(workspace, `workspaces[${index}]`, seeding);
  }
}

/** Ids are given to everything first, so that what is read afterwards may point at what comes later. */
async function addWorkspace(workspace: SeedWorkspace, path: string, seeding: Seeding): Promise<void> {
  const { db, ids } = seeding;
  const { users = [], connections = [], custom_emojis: emojis = [], objects = [] } = workspace;
  const id = workspace.id ?? ids.uuid();
  const names = new Map<string, string>();
  const identify = (list: readonly { id?: string; ref?: string }[], key: string): string[] =>
    list.map((one, index) => {
      const known = one.id ?? ids.uuid();
      if (one.ref !== undefined) name(names, one.ref, known, `${path}.${key}[${index}]`);
      return known;
    });
  const userIds = identify(users, "users");
  const connectionIds = identify(connections, "connections");
  const emojiIds = identify(emojis, "custom_emojis");
  const author = connectionIds[0] ?? userIds[0];
  if (author === undefined && objects.length > 0) {
    throw new SeedError(path, "has objects, but neither a connection nor a user that could have made them.");
  }

  await db.insertInto("workspaces").values({ id, name: workspace.name, document: "{}" }).execute();
  for (const [index, user] of users.entries()) await addUser(id, userIds[index] as string, user, seeding);
  for (const [index, emoji] of emojis.entries()) {
    const { name: called, url } = emoji;
    await db
      .insertInto("custom_emojis")
      .values({ id: emojiIds[index] as string, workspace_id: id, name: called, url })
      .execute();
  }
  const planned = planObjects(objects, `${path}.objects`, ids, names);
  for (const [index, connection] of connections.entries()) {
    const place = `${path}.connections[${index}]`;
    await addConnection(id, connectionIds[index] as string, connection, seeding, names, place);
  }
  const knownEmojis = new Set(emojiIds);
  for (const { object, path: place } of planned) {
    const unknown = [...emojisIn(object)].find((emoji) => !knownEmojis.has(emoji));
    if (unknown !== undefined) throw new SeedError(place, `the workspace has no custom emoji ${unknown}.`);
  }
  await addObjects(planned, { workspaceId: id, author: author ?? id, names }, seeding);
}
