import { type RawBuilder, sql } from "kysely";
import type { Db } from "../database.ts";
import { isSqlite } from "../engine.ts";
import { seqOf } from "../nodes.ts";
import { type Condition, inTime, where } from "./conditions.ts";
import { atOrAfter, type OrderKey, orderBy, type Place, type Term, termsOf } from "./order.ts";
import { allRows, countCandidates, narrowest, related, type Source, searched, WHOLE } from "./sources.ts";
import { walkOrder } from "./walk.ts";

export interface RowQuery {
  /** `nodes.seq` of the data source. */
  dataSource: number;
  condition: Condition;
  /** The most important first. */
  order: readonly OrderKey[];
  /** The row to begin with; wherever it would be, it need not be like the condition. */
  from?: string;
  limit: number;
}

/** What is looked at in full without asking whether another way is shorter. */
const FEW = 1_000;
/** What is still sooner looked up one by one than found among a million others. */
const MANY = 20_000;

/**
 * The ids of rows, filtered and sorted. Planners err by a factor of a thousand where values are spread unevenly,
 * so the way is chosen here, and what it costs is bounded: the rows that one test leaves, when an index says
 * that they are few; else the index of the order, until there are enough rows; else what an index of texts leaves of
 * a search; else all rows of the data source, which stand next to each other.
 *
 * @returns Nothing when the row to begin with is not in the data source any more.
 */
export async function findRows(db: Db, query: RowQuery): Promise<string[] | undefined> {
  const { dataSource, condition, order, limit } = query;
  const newest = order[0]?.direction ?? "desc";
  const terms = termsOf(order, newest);
  const place = query.from === undefined ? undefined : await placeOf(db, dataSource, terms, query.from);
  if (query.from !== undefined && place === undefined) return undefined;
  const counted = await countCandidates(db, dataSource, condition, FEW);
  const few = narrowest(counted, condition, FEW, order.length === 0 ? newest : undefined);
  if (few) return await sorted(db, few, query, terms, place);
  const walked = await walkOrder(db, dataSource, condition, order, newest, place, limit);
  if (walked) return walked;
  const candidates = counted.length > 0 ? await countCandidates(db, dataSource, condition, MANY) : [];
  const source =
    narrowest(candidates, condition, MANY) ??
    (await searched(db, dataSource, condition, MANY)) ??
    related(candidates, condition) ??
    allRows(db, dataSource, condition);
  return await sorted(db, source, query, terms, place);
}

async function placeOf(
  db: Db,
  dataSource: number,
  terms: readonly Term[],
  pageId: string,
): Promise<Place | undefined> {
  const values = terms.map((each, index) => sql`${each.expression} as ${sql.ref(`v${index}`)}`);
  const { rows } = await sql<Record<string, string | number | null>>`
    select ${sql.join(values)} from rows where data_source_seq = ${dataSource} and seq = ${seqOf(pageId)}`.execute(
    db,
  );
  const [row] = rows;
  return row && terms.map((_, index) => row[`v${index}`] ?? null);
}

async function sorted(
  db: Db,
  { from, rest, isOrdered = false }: Source,
  { order, limit }: RowQuery,
  terms: readonly Term[],
  place: Place | undefined,
): Promise<string[]> {
  const passing = sql`${from} and ${inTime("rows")} and ${where(rest)}`;
  const isStored = order.every(({ field }) => field.of === "column" || field.of === "slot");
  const statement =
    isOrdered || (isSqlite(db) && (!place || isStored))
      ? sql`select rows.page_id from ${passing} ${place ? sql`and ${atOrAfter(terms, place)}` : sql``}
          order by ${orderBy(terms)}`
      : readThenSorted(passing, terms, place);
  const { rows } = await sql<{ page_id: string }>`${statement} limit ${limit}`.execute(db);
  return rows.map((row) => row.page_id);
}

/**
 * Rows that are read as they stand, and sorted then: PostgreSQL would follow an index in the hope that rows pass soon,
 * which is what was tried before. What they are sorted by is computed once for each.
 */
function readThenSorted(passing: RawBuilder<unknown>, terms: readonly Term[], place: Place | undefined) {
  const named = terms.map((term, index) => ({
    ...term,
    expression: sql<string | number | null>`${sql.ref(`v${index}`)}`,
  }));
  const values = terms.map(({ expression }, index) => sql`${expression} as ${sql.ref(`v${index}`)}`);
  return sql`select page_id from (
      select rows.page_id, ${sql.join(values)} from ${passing} limit ${WHOLE}
    ) as found ${place ? sql`where ${atOrAfter(named, place)}` : sql``} order by ${orderBy(named)}`;
}
