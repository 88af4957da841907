import { sql } from "kysely";
import type { Db } from "./database.ts";
import { seqOf } from "./nodes.ts";

/** The ids of the pages that relations point at, in order: by page, then by property. */
export type RelatedPages = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

/**
 * What the relations of pages point at. Targets in the trash are left out.
 *
 * @param options.propertyIds Only these properties; all when left out.
 * @param options.limit How many of each value at most; all when left out.
 */
export async function relatedPages(
  db: Db,
  pageIds: readonly string[],
  { propertyIds, limit }: { propertyIds?: readonly string[]; limit?: number } = {},
): Promise<RelatedPages> {
  const related = new Map<string, Map<string, string[]>>();
  if (pageIds.length === 0 || propertyIds?.length === 0) return related;
  const { rows } = await sql<{ page_id: string; property_id: string; target_id: string }>`
    select page_id, property_id, target_id from (
      select value.page_id, value.property_id, value.target_id, value.place,
        row_number() over (partition by value.page_id, value.property_id order by value.place) as nth
      from relations value join nodes target on target.id = value.target_id
      where value.page_id in (${sql.join(pageIds)}) and target.in_trash = 0
        ${propertyIds ? sql`and value.property_id in (${sql.join(propertyIds)})` : sql``}
    ) numbered
    ${limit === undefined ? sql`` : sql`where nth <= ${limit}`}
    order by page_id, property_id, place`.execute(db);
  for (const { page_id, property_id, target_id } of rows) {
    const ofPage = related.get(page_id) ?? new Map<string, string[]>();
    related.set(page_id, ofPage);
    const targets = ofPage.get(property_id) ?? [];
    ofPage.set(property_id, targets);
    targets.push(target_id);
  }
  return related;
}

/**
 * Part of one value. Targets in the trash are left out.
 *
 * @param from The place in the value to begin at; 0 for its start.
 */
export async function listRelated(
  db: Db,
  pageId: string,
  propertyId: string,
  from: number,
  limit: number,
): Promise<{ target_id: string; place: number }[]> {
  return await db
    .selectFrom("relations")
    .innerJoin("nodes", "nodes.id", "relations.target_id")
    .select(["relations.target_id", "relations.place"])
    .where("relations.page_id", "=", pageId)
    .where("relations.property_id", "=", propertyId)
    .where("relations.place", ">=", from)
    .where("nodes.in_trash", "=", 0)
    .orderBy("relations.place")
    .limit(limit)
    .execute();
}

/** How many ids go into one statement. */
const BATCH = 1_000;

/**
 * The ids of pages that have some page in a relation.
 *
 * @param limit How many at most, roughly: no more are looked for when there are as many.
 */
export async function pagesPointingAt(
  db: Db,
  targetIds: readonly string[],
  propertyId: string,
  limit: number,
): Promise<string[]> {
  const found = new Set<string>();
  for (let start = 0; start < targetIds.length && found.size < limit; start += BATCH) {
    const rows = await db
      .selectFrom("relations")
      .select("page_id")
      .distinct()
      .where("target_id", "in", targetIds.slice(start, start + BATCH))
      .where("property_id", "=", propertyId)
      .limit(limit)
      .execute();
    for (const { page_id } of rows) found.add(page_id);
  }
  return [...found];
}

/**
 * Writes a whole value.
 *
 * @param targetIds Each at most once.
 * @returns Which targets are new in it, and which are no longer in it.
 */
export async function replaceRelation(
  db: Db,
  pageId: string,
  propertyId: string,
  targetIds: readonly string[],
): Promise<{ added: string[]; removed: string[] }> {
  const before = await db
    .deleteFrom("relations")
    .where("page_id", "=", pageId)
    .where("property_id", "=", propertyId)
    .returning("target_id")
    .execute();
  if (targetIds.length > 0) {
    const rows = targetIds.map((target_id, place) => ({
      page_id: pageId,
      property_id: propertyId,
      target_id,
      place,
      page_seq: seqOf(pageId),
    }));
    await db.insertInto("relations").values(rows).execute();
  }
  const old = new Set(before.map(({ target_id }) => target_id));
  const kept = new Set(targetIds);
  return {
    added: targetIds.filter((id) => !old.has(id)),
    removed: [...old].filter((id) => !kept.has(id)),
  };
}

/** Adds a target at the end of a value of several pages, where it is not in it yet. */
export async function addTarget(
  db: Db,
  pageIds: readonly string[],
  propertyId: string,
  targetId: string,
): Promise<void> {
  if (pageIds.length === 0) return;
  await sql`
    insert into relations (page_id, page_seq, property_id, target_id, place)
    select page.id, page.seq, ${propertyId}, ${targetId}, coalesce(
      (select max(value.place) + 1 from relations value
        where value.page_id = page.id and value.property_id = ${propertyId}), 0)
    from nodes page
    where page.id in (${sql.join(pageIds)}) and not exists (
      select 1 from relations value where value.page_id = page.id
        and value.property_id = ${propertyId} and value.target_id = ${targetId})`.execute(db);
}

/** Takes a target out of a value of several pages. */
export async function removeTarget(
  db: Db,
  pageIds: readonly string[],
  propertyId: string,
  targetId: string,
): Promise<void> {
  if (pageIds.length === 0) return;
  await db
    .deleteFrom("relations")
    .where("page_id", "in", pageIds)
    .where("property_id", "=", propertyId)
    .where("target_id", "=", targetId)
    .execute();
}

/**
 * Takes a page out of all relations, its own and those that point at it: it left its data source.
 *
 * @returns Whose values have become others.
 */
export async function removeFromRelations(
  db: Db,
  pageId: string,
): Promise<{ page_id: string; property_id: string }[]> {
  return await db
    .deleteFrom("relations")
    .where((eb) => eb.or([eb("page_id", "=", pageId), eb("target_id", "=", pageId)]))
    .returning(["page_id", "property_id"])
    .execute();
}
