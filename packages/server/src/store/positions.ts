import { generateNKeysBetween } from "fractional-indexing";
import type { Db } from "./database.ts";

/** Where among the children of a parent something goes. */
export type Place = { at: "start" } | { at: "end" } | { at: "after"; id: string };

/** Keys grow when everything is put at one spot; past this length the siblings get new ones. */
const LONGEST_KEY = 100;

/**
 * Fractional keys for new children, so that nothing else has to move.
 *
 * @param count How many follow each other at the place.
 * @returns The keys, or nothing when the sibling to come after is not among the children or in the trash.
 */
export async function positionsAt(
  db: Db,
  parentId: string,
  place: Place,
  count: number,
): Promise<string[] | undefined> {
  const siblings = db
    .selectFrom("nodes")
    .select("position")
    .where("parent_id", "=", parentId)
    .where("position", "is not", null);
  if (place.at === "end") {
    const last = await siblings.orderBy("position", "desc").limit(1).executeTakeFirst();
    return await short(db, parentId, place, generateNKeysBetween(last?.position ?? null, null, count));
  }
  if (place.at === "start") {
    const first = await siblings.orderBy("position").limit(1).executeTakeFirst();
    return await short(db, parentId, place, generateNKeysBetween(null, first?.position ?? null, count));
  }
  const before = await siblings.where("id", "=", place.id).where("in_trash", "=", 0).executeTakeFirst();
  if (!before?.position) return undefined;
  const after = await siblings
    .where("position", ">", before.position)
    .orderBy("position")
    .limit(1)
    .executeTakeFirst();
  const keys = generateNKeysBetween(before.position, after?.position ?? null, count);
  return await short(db, parentId, place, keys);
}

async function short(db: Db, parentId: string, place: Place, keys: string[]): Promise<string[] | undefined> {
  if (keys.every((key) => key.length <= LONGEST_KEY)) return keys;
  await rebalance(db, parentId);
  return await positionsAt(db, parentId, place, keys.length);
}

/** Gives the children of a parent evenly spread keys; their order stays. */
async function rebalance(db: Db, parentId: string): Promise<void> {
  const siblings = await db
    .selectFrom("nodes")
    .select("id")
    .where("parent_id", "=", parentId)
    .where("position", "is not", null)
    .orderBy("position")
    .orderBy("seq")
    .execute();
  const keys = generateNKeysBetween(null, null, siblings.length);
  for (const [index, { id }] of siblings.entries()) {
    await db
      .updateTable("nodes")
      .set({ position: keys[index] ?? null })
      .where("id", "=", id)
      .execute();
  }
}
