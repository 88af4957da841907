import { type RawBuilder, sql } from "kysely";
import type { Db } from "./database.ts";
import { dataSourceOf, expression, type Rollup } from "./query/fields.ts";
import { KEPT_CHARACTERS } from "./slots.ts";

/** How many ids go into one statement. */
const BATCH = 1_000;

/** A rollup, and where it stands. */
export interface RollupColumn {
  /** `nodes.seq` of its data source. */
  dataSource: number;
  /** Its column. */
  slot: string;
  rollup: Rollup;
}

/**
 * Writes what rollups come to: the same that a filter would find.
 *
 * @param columns Of one data source.
 * @param pageIds For which rows; all when left out.
 */
export async function writeRollups(
  db: Db,
  columns: readonly RollupColumn[],
  pageIds?: readonly string[],
): Promise<void> {
  const [first] = columns;
  if (!first) return;
  const values = columns.map(({ slot, rollup }) => {
    const value = expression(rollup);
    const kept = slot.startsWith("t") ? sql`substr(${value}, 1, ${sql.lit(KEPT_CHARACTERS)})` : value;
    return sql`${sql.ref(slot)} = ${kept}`;
  });
  const update = sql`update rows set ${sql.join(values)} where rows.data_source_seq = ${dataSourceOf(first.dataSource)}`;
  if (!pageIds) {
    for await (const rows of stretches(db, first.dataSource)) await sql`${update} and ${rows}`.execute(db);
    return;
  }
  for (let start = 0; start < pageIds.length; start += BATCH) {
    const ids = pageIds.slice(start, start + BATCH);
    await sql`${update} and rows.seq in (select seq from nodes where id in (${sql.join(ids)}))`.execute(db);
  }
}

/** How many rows are written in one statement, which has to end before its time limit. */
const STRETCH = 10_000;

/** All rows of a data source, as tests of one stretch after the other. */
async function* stretches(db: Db, dataSource: number): AsyncGenerator<RawBuilder<boolean>> {
  for (let after = 0; ; ) {
    const { rows } = await sql<{ last: number | null }>`select max(seq) as last from (
      select seq from rows where data_source_seq = ${dataSource} and seq > ${after} order by seq limit ${sql.lit(STRETCH)}
    ) as stretch`.execute(db);
    const last = rows[0]?.last ?? null;
    if (last === null) return;
    yield sql`rows.seq > ${after} and rows.seq <= ${last}`;
    after = last;
  }
}

/**
 * Whether pages have more in a relation than some number.
 *
 * @param most What they may have together.
 */
export async function relateToMore(
  db: Db,
  pageIds: readonly string[],
  relation: string,
  most: number,
): Promise<boolean> {
  let left = most;
  for (let start = 0; start < pageIds.length && left >= 0; start += BATCH) {
    const ids = pageIds.slice(start, start + BATCH);
    const { rows } = await sql<{ count: number | string }>`select count(*) as count from (
      select 1 from relations where page_id in (${sql.join(ids)}) and property_id = ${relation}
      limit ${sql.lit(left + 1)}) as found`.execute(db);
    left -= Number(rows[0]?.count);
  }
  return left < 0;
}
