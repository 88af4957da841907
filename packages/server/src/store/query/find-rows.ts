import { sql } from "kysely";
import type { Db } from "../database.ts";
import { isSqlite } from "../engine.ts";
import { seqOf } from "../nodes.ts";
import { type Condition, inTime, where } from "./conditions.ts";
import { dataSourceOf } from "./fields.ts";
import { type OrderKey, type Place, type Term, termsOf } from "./order.ts";
import { type Order, rowsInOrder, sortedRows } from "./sorted.ts";
import { allRows, countCandidates, narrowest, related, type Source, searched } from "./sources.ts";
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
  const wanted = { keys: order, newest, place };
  if (few) return await sorted(db, few, wanted, limit);
  const walked = await walkOrder(db, dataSource, condition, order, newest, place, limit);
  if (walked) return walked;
  const candidates = counted.length > 0 ? await countCandidates(db, dataSource, condition, MANY) : [];
  const source =
    narrowest(candidates, condition, MANY) ??
    (await searched(db, dataSource, condition, MANY)) ??
    related(db, candidates, condition) ??
    allRows(db, dataSource, condition);
  return await readByAll(db, () => sorted(db, source, wanted, limit));
}

/**
 * Lets several processes of PostgreSQL read what has to be read to its end. For that they are told that it costs nothing
 * to begin, or one that finds its first row a little sooner is preferred to several which are done in half the time.
 * Rows that relate to a page stand in the order of all rows, and are best read along with them.
 */
async function readByAll<T>(db: Db, read: () => Promise<T>): Promise<T> {
  if (isSqlite(db)) return await read();
  const set = (...settings: string[]) =>
    Promise.all(settings.map((setting) => sql`set local ${sql.raw(setting)}`.execute(db)));
  await set("parallel_setup_cost = 0", "enable_mergejoin = on");
  const found = await read();
  await set("parallel_setup_cost to default", "enable_mergejoin to default");
  return found;
}

async function placeOf(
  db: Db,
  dataSource: number,
  terms: readonly Term[],
  pageId: string,
): Promise<Place | undefined> {
  const values = terms.map((each, index) => sql`${each.expression} as ${sql.ref(`v${index}`)}`);
  const { rows } = await sql<Record<string, string | number | null>>`
    select ${sql.join(values)} from rows where data_source_seq = ${dataSourceOf(dataSource)} and seq = ${seqOf(pageId)}`.execute(
    db,
  );
  const [row] = rows;
  return row && terms.map((_, index) => row[`v${index}`] ?? null);
}

async function sorted(
  db: Db,
  { from, rest, isOrdered = false }: Source,
  order: Order,
  limit: number,
): Promise<string[]> {
  const passing = sql`${from} and ${inTime("rows")} and ${where(rest)}`;
  return await (isOrdered ? rowsInOrder : sortedRows)(db, passing, order, limit);
}
