import { sql } from "kysely";
import type { Db } from "./database.ts";

/** Forgets the values that the rows of a data source have in a relation property. */
export async function dropRelationValues(db: Db, dataSourceId: string, propertyId: string): Promise<void> {
  await sql`delete from relations where property_id = ${propertyId}
    and page_id in (select id from nodes where parent_id = ${dataSourceId})`.execute(db);
}

/**
 * Gives the rows that a relation points at the values of its other side, behind those that they have there.
 *
 * @param dataSourceId Whose rows have the values that exist.
 * @param mirrorId The property of the other side.
 */
export async function mirrorRelationValues(
  db: Db,
  dataSourceId: string,
  propertyId: string,
  mirrorId: string,
): Promise<void> {
  const known = sql`from relations known where known.page_id = value.target_id and known.property_id = ${mirrorId}`;
  await sql`insert into relations (page_id, page_seq, property_id, place, target_id)
    select value.target_id, target.seq, ${mirrorId},
      coalesce((select max(known.place) + 1 ${known}), 0)
        + row_number() over (partition by value.target_id order by page.seq) - 1,
      value.page_id
    from relations value join nodes page on page.id = value.page_id
      join nodes target on target.id = value.target_id
    where value.property_id = ${propertyId} and page.parent_id = ${dataSourceId}
      and not exists (select 1 ${known} and known.target_id = value.page_id)`.execute(db);
}
