import { type RawBuilder, sql } from "kysely";
import type { Db } from "../database.ts";
import { isSqlite } from "../engine.ts";
import { atOrAfter, type OrderKey, orderBy, type Place, termsOf } from "./order.ts";
import { WHOLE } from "./sources.ts";

/** What rows are sorted by, and where among them to begin. */
export interface Order {
  keys: readonly OrderKey[];
  /** In which direction rows follow each other that are equal in all keys. */
  newest: "asc" | "desc";
  place?: Place | undefined;
}

/**
 * The ids of rows that are read as they stand, and sorted then.
 *
 * @param passing The rows, from `from` on: all of them are read.
 */
export async function sortedRows(
  db: Db,
  passing: RawBuilder<unknown>,
  order: Order,
  limit: number,
): Promise<string[]> {
  const { keys, newest, place } = order;
  const isStored = keys.every(({ field }) => field.of === "column" || field.of === "slot");
  if (isSqlite(db) && (!place || isStored)) return await rowsInOrder(db, passing, order, limit);
  // What they are sorted by is computed once for each. PostgreSQL would follow an index in the hope that rows pass soon.
  const terms = termsOf(keys, newest);
  const named = terms.map((term, index) => ({
    ...term,
    expression: sql<string | number | null>`${sql.ref(`v${index}`)}`,
  }));
  const values = terms.map(({ expression }, index) => sql`${expression} as ${sql.ref(`v${index}`)}`);
  const { rows } = await sql<{ page_id: string }>`select page_id from (
      select rows.page_id, ${sql.join(values)} from ${passing} limit ${WHOLE}
    ) as found ${place ? sql`where ${atOrAfter(named, place)}` : sql``}
    order by ${orderBy(named)} limit ${limit}`.execute(db);
  return rows.map((row) => row.page_id);
}

/** The same of rows that come in their order, of which no more are read than are wanted. */
export async function rowsInOrder(
  db: Db,
  passing: RawBuilder<unknown>,
  { keys, newest, place }: Order,
  limit: number,
): Promise<string[]> {
  const terms = termsOf(keys, newest);
  const { rows } = await sql<{ page_id: string }>`select rows.page_id from ${passing}
    ${place ? sql`and ${atOrAfter(terms, place)}` : sql``}
    order by ${orderBy(terms)} limit ${limit}`.execute(db);
  return rows.map((row) => row.page_id);
}
