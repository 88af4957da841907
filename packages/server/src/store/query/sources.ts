import { type RawBuilder, sql } from "kysely";
import type { Db } from "../database.ts";
import { isSqlite } from "../engine.ts";
import { type Condition, indexFor, inTime, isRelation, pointsAt, where } from "./conditions.ts";
import { dataSourceOf, expression, indexOf, PRIMARY_KEY } from "./fields.ts";
import { roughly } from "./long-texts.ts";

/** Where rows are looked for: something to select from that is called `rows`, with a test, and what is left to test. */
export interface Source {
  from: RawBuilder<unknown>;
  rest: Condition;
  /** Whether they come in the order in which they are wanted. */
  isOrdered?: boolean;
}

/** The rows, read by one index. PostgreSQL chooses it by itself, because nothing else is asked of it. */
export const by = (db: Db, index: string): RawBuilder<unknown> =>
  isSqlite(db) ? sql`rows indexed by ${sql.ref(index)}` : sql`rows`;

/** So large that nothing is cut. A statement with a limit is not merged with the one around it. */
export const WHOLE = sql.lit(1e12);

/** All rows of a data source, which stand next to each other. */
export function allRows(db: Db, dataSource: number, condition: Condition): Source {
  const from = sql`${by(db, PRIMARY_KEY)} where rows.data_source_seq = ${dataSource}`;
  const rough = roughlyAll(condition);
  if (isSqlite(db) || rough.length === 0) return { from, rest: condition };
  // Whoever looks up long texts works alone on PostgreSQL. Several processes find those that may be like this.
  const found = sql`select rows.* from ${from} and ${sql.join(rough, sql` and `)} limit ${WHOLE}`;
  return { from: sql`(${found}) as rows where 1 = 1`, rest: condition };
}

/** What rows have to be like as far as texts say so that no index finds. */
const roughlyAll = (condition: Condition): RawBuilder<boolean>[] =>
  ("all" in condition ? condition.all : [condition]).flatMap((test) => roughly(test) ?? []);

/** The rows that one test leaves and that an index finds, and how many there are. */
export interface Candidate {
  test: Condition;
  /** As many as were counted, if there are no more. Of relations also those of pages that are no rows. */
  count: number;
  from: RawBuilder<unknown>;
}

/**
 * What an index leaves of each test that it serves, counted up to a limit.
 *
 * @param condition What rows have to be like: all of several tests, or one.
 */
export async function countCandidates(
  db: Db,
  dataSource: number,
  condition: Condition,
  limit: number,
): Promise<Candidate[]> {
  const tests = "all" in condition ? condition.all : [condition];
  const found = tests.flatMap((test) => {
    const from = fromOf(db, dataSource, test, limit);
    return from ? [{ test, from }] : [];
  });
  if (found.length === 0) return [];
  const counts = found.map(
    ({ test, from }, nth) => sql`(select count(*) from (
      select 1 ${isRelation(test) ? sql`from relations where ${pointsAt(test)}` : from} limit ${sql.lit(limit + 1)}) as found) as ${sql.ref(`c${nth}`)}`,
  );
  const { rows } = await sql<Record<string, number | string>>`select ${sql.join(counts)}`.execute(db);
  return found.map((each, nth) => ({ ...each, count: Number(rows[0]?.[`c${nth}`]) }));
}

/**
 * Of several tests the one that leaves least, when it leaves no more than a limit.
 *
 * @param newest In which direction rows are wanted that have no other order: where an index has them in it, no more are
 *   read than are wanted.
 */
export function narrowest(
  candidates: readonly Candidate[],
  condition: Condition,
  limit: number,
  newest?: "asc" | "desc",
): Source | undefined {
  const [best] = candidates
    .filter(({ count }) => count <= limit)
    .sort((one, other) => one.count - other.count);
  if (!best) return undefined;
  const isOrdered = newest !== undefined && isOfOne(best.test);
  const seq = sql.raw(isRelation(best.test) ? "relations.page_seq" : "rows.seq");
  const order = isOrdered ? sql`order by ${seq} ${sql.raw(newest)}` : sql``;
  const from = sql`(select rows.* ${best.from} ${order} limit ${sql.lit(best.count)}) as rows where 1 = 1`;
  return { from, rest: without(condition, best.test), isOrdered };
}

/** Whether an index has the rows that are like this as they were made. */
const isOfOne = (test: Condition): boolean => "page" in test || ("in" in test && test.in.length === 1);

/**
 * The rows that relate to a page stand in the order of all rows: to read these is not worse than to read all. Only where
 * there are texts to be searched as well, several processes of PostgreSQL do that sooner.
 */
export function related(db: Db, candidates: readonly Candidate[], condition: Condition): Source | undefined {
  const found = candidates.find(({ test }) => "relation" in test);
  if (!found || (!isSqlite(db) && roughlyAll(condition).length > 0)) return undefined;
  return {
    from: sql`(select rows.* ${found.from}) as rows where 1 = 1`,
    rest: without(condition, found.test),
  };
}

/**
 * What a search in texts leaves. All of an index is read for it, which takes less than to read all rows; where it leaves
 * much, that has soon been read.
 *
 * @returns Nothing when no test is such a search, or when it leaves more than a limit.
 */
export async function searched(
  db: Db,
  dataSource: number,
  condition: Condition,
  limit: number,
): Promise<Source | undefined> {
  // PostgreSQL has to look at the rows, too.
  if (!isSqlite(db)) return undefined;
  for (const test of "all" in condition ? condition.all : [condition]) {
    const passes = roughly(test);
    const index = "field" in test ? indexOf(test.field) : undefined;
    if (!passes || !("field" in test) || index === undefined) continue;
    const { rows } = await sql<{ seq: number }>`select rows.seq from ${by(db, index)}
      where rows.data_source_seq = ${dataSource} and ${expression(test.field)} is not null
        and ${inTime("rows")} and ${passes} limit ${sql.lit(limit + 1)}`.execute(db);
    if (rows.length > limit) continue;
    const found = where({ rows: rows.map(({ seq }) => seq) });
    return {
      from: sql`${by(db, PRIMARY_KEY)} where rows.data_source_seq = ${dataSource} and ${found}`,
      rest: condition,
    };
  }
  return undefined;
}

/** What the other tests say. */
const without = (condition: Condition, test: Condition): Condition =>
  "all" in condition ? { all: condition.all.filter((each) => each !== test) } : { all: [] };

function fromOf(db: Db, dataSource: number, test: Condition, limit: number): RawBuilder<unknown> | undefined {
  if ("any" in test) return fromAny(db, dataSource, test.any, limit);
  if (isRelation(test)) {
    return sql`from relations cross join rows
      where ${pointsAt(test)} and rows.data_source_seq = ${dataSourceOf(dataSource)} and rows.seq = relations.page_seq`;
  }
  if ("since" in test || "rows" in test) {
    return sql`from ${by(db, PRIMARY_KEY)} where rows.data_source_seq = ${dataSourceOf(dataSource)} and ${where(test)}`;
  }
  const index = indexFor(test);
  if (index === undefined || !("field" in test)) return undefined;
  return sql`from ${by(db, index)} where rows.data_source_seq = ${dataSource}
    and ${expression(test.field)} is not null and ${where(test)}`;
}

/** To look up more alternatives takes longer than it may save. */
const MOST_ALTERNATIVES = 10;

/** What the indexes leave of alternatives: all of it unless it is more than the limit, which is all that is asked then. */
function fromAny(
  db: Db,
  dataSource: number,
  tests: readonly Condition[],
  limit: number,
): RawBuilder<unknown> | undefined {
  if (tests.length === 0 || tests.length > MOST_ALTERNATIVES) return undefined;
  const parts = tests.flatMap((test) => fromOf(db, dataSource, test, limit) ?? []);
  if (parts.length < tests.length) return undefined;
  const found = parts.map(
    (from) => sql`select seq from (select rows.seq ${from} limit ${sql.lit(limit + 1)}) as found`,
  );
  return sql`from (${sql.join(found, sql` union `)}) as alternatives cross join rows
    where rows.data_source_seq = ${dataSourceOf(dataSource)} and rows.seq = alternatives.seq`;
}
