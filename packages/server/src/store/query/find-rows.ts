import { type RawBuilder, sql } from "kysely";
import type { Db } from "../database.ts";
import { isSqlite } from "../engine.ts";
import { seqOf } from "../nodes.ts";
import { type Condition, indexFor, where } from "./conditions.ts";
import { expression, PRIMARY_KEY } from "./fields.ts";
import { atOrAfter, type OrderKey, orderBy, termsOf } from "./order.ts";
import { type Segment, segmentsFrom, segmentsOf } from "./segments.ts";

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
/** How far an index is followed in the hope that enough rows pass. */
const WALK = 5_000;

/**
 * The ids of rows, filtered and sorted. Planners err by a factor of a thousand where values are spread unevenly,
 * so the way is chosen here, and what it costs is bounded: the rows that one test leaves, when an index says
 * that they are few; else the index of the order, until there are enough rows; else all rows of the data source,
 * which stand next to each other.
 *
 * @returns Nothing when the row to begin with is not in the data source any more.
 */
export async function findRows(db: Db, query: RowQuery): Promise<string[] | undefined> {
  const place = query.from === undefined ? undefined : await placeOf(db, query, query.from);
  if (query.from !== undefined && place === undefined) return undefined;
  const few = await narrowest(db, query, FEW);
  if (few) return await sorted(db, query, few, place);
  const walked = await walk(db, query, place);
  if (walked) return walked;
  const many = await narrowest(db, query, MANY);
  return await sorted(db, query, many ?? allRows(db, query), place);
}

type Place = readonly (string | number | null)[];

async function placeOf(db: Db, { dataSource, order }: RowQuery, pageId: string): Promise<Place | undefined> {
  const terms = termsOf(order);
  const values = terms.map((each, index) => sql`${each.expression} as ${sql.ref(`v${index}`)}`);
  const { rows } = await sql<Record<string, string | number | null>>`
    select ${sql.join(values)} from rows where data_source_seq = ${dataSource} and seq = ${seqOf(pageId)}`.execute(
    db,
  );
  const [row] = rows;
  return row && terms.map((_, index) => row[`v${index}`] ?? null);
}

/** The rows, read by one index. PostgreSQL chooses it by itself, because nothing else is asked of it. */
const by = (db: Db, index: string): RawBuilder<unknown> =>
  isSqlite(db) ? sql`rows indexed by ${sql.ref(index)}` : sql`rows`;

/** What a row is looked for in: a table or a statement, to be called `rows`. */
type Source = RawBuilder<unknown>;

const allRows = (db: Db, { dataSource }: RowQuery): Source =>
  sql`${by(db, PRIMARY_KEY)} where rows.data_source_seq = ${dataSource}`;

/** The rows that one test leaves, when it leaves no more than a limit. Of several tests the one that leaves least. */
async function narrowest(db: Db, query: RowQuery, limit: number): Promise<Source | undefined> {
  let best: { count: number; source: RawBuilder<unknown> } | undefined;
  const tests = "all" in query.condition ? query.condition.all : [query.condition];
  for (const test of tests) {
    const source = sourceOf(db, query, test);
    if (!source) continue;
    const most = best?.count ?? limit;
    const { rows } = await sql<{ count: number | string }>`
      select count(*) as count from (select 1 ${source} limit ${most + 1}) as found`.execute(db);
    const count = Number(rows[0]?.count);
    if (count <= most) best = { count, source };
  }
  return best && sql`(select rows.* ${best.source} limit ${best.count}) as rows where 1 = 1`;
}

function sourceOf(db: Db, { dataSource }: RowQuery, test: Condition): RawBuilder<unknown> | undefined {
  if ("relation" in test && "page" in test) {
    return sql`from relations cross join nodes cross join rows
      where relations.target_id = ${test.page} and relations.property_id = ${test.relation}
        and nodes.id = relations.page_id and rows.data_source_seq = ${dataSource} and rows.seq = nodes.seq`;
  }
  const index = indexFor(test);
  if (index === undefined || !("field" in test)) return undefined;
  return sql`from ${by(db, index)} where rows.data_source_seq = ${dataSource}
    and ${expression(test.field)} is not null and ${where(test)}`;
}

async function sorted(db: Db, query: RowQuery, source: Source, place: Place | undefined): Promise<string[]> {
  const terms = termsOf(query.order);
  const after = place ? sql` and ${atOrAfter(terms, place)}` : sql``;
  const { rows } = await sql<{ page_id: string }>`
    select rows.page_id from ${source} and ${where(query.condition)}${after}
    order by ${orderBy(terms)} limit ${query.limit}`.execute(db);
  return rows.map((row) => row.page_id);
}

/** Follows the index of the order. Nothing when none has it, or when too few of the rows on the way pass. */
async function walk(db: Db, query: RowQuery, place: Place | undefined): Promise<string[] | undefined> {
  const all = segmentsOf(query.order);
  if (!all) return undefined;
  const segments = place ? segmentsFrom(all, query.order, place) : all;
  const found: string[] = [];
  let budget = WALK;
  for (const segment of segments) {
    found.push(...(await walkOne(db, query, segment, budget, query.limit - found.length)));
    if (found.length >= query.limit) return found;
    budget -= await countUpTo(db, query, segment, budget);
    if (budget <= 0) return undefined;
  }
  return found;
}

const stretch = (db: Db, { dataSource }: RowQuery, { index, condition }: Segment): RawBuilder<unknown> =>
  sql`${by(db, index)} where rows.data_source_seq = ${dataSource} and ${condition}`;

async function walkOne(
  db: Db,
  query: RowQuery,
  segment: Segment,
  budget: number,
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ page_id: string }>`
    select rows.page_id from (
      select rows.* from ${stretch(db, query, segment)} order by ${orderBy(segment.terms)} limit ${budget}
    ) as rows where ${where(query.condition)} limit ${limit}`.execute(db);
  return rows.map((row) => row.page_id);
}

async function countUpTo(db: Db, query: RowQuery, segment: Segment, limit: number): Promise<number> {
  const { rows } = await sql<{ count: number | string }>`
    select count(*) as count from (select 1 from ${stretch(db, query, segment)} limit ${limit}) as walked`.execute(
    db,
  );
  return Number(rows[0]?.count);
}
