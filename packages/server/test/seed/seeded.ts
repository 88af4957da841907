import { openSqlite, type SeedObject, sequentialIds } from "../../src/index.ts";
import { applySeed } from "../../src/seed/apply.ts";
import { emptySeed } from "../../src/seed/empty.ts";
import { NOW } from "../fixture.ts";

const [local] = emptySeed.workspaces;

/** What the database holds after a workspace with these objects was seeded. */
export async function seeded(objects: SeedObject[]) {
  const database = await openSqlite();
  const seed = { workspaces: [{ name: "Local", ...local, objects }] };
  await database.write("*", (db) => applySeed(seed, { db, ids: sequentialIds(1), now: NOW }));
  const rows = await database.read(async (db) => ({
    nodes: await db.selectFrom("nodes").selectAll().orderBy("seq").execute(),
    relations: await db.selectFrom("relations").selectAll().execute(),
    comments: await db.selectFrom("comments").selectAll().execute(),
  }));
  await database.close();
  return rows;
}
