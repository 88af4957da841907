import { sql } from "kysely";
import type { Db } from "../database.ts";
import { type Condition, inTime, where } from "./conditions.ts";
import { type OrderKey, termsOfKey } from "./order.ts";

/** What a row is sorted by. */
export interface SortKeys {
  seq: number;
  pageId: string;
  /** For each key of the order its values, the most important first. */
  values: (string | number | null)[][];
}

/**
 * What rows are sorted by, for orders that the database alone cannot know.
 *
 * @param dataSource Its `nodes.seq`.
 * @param condition Passes no more rows than fit into memory.
 */
export async function sortKeys(
  db: Db,
  dataSource: number,
  condition: Condition,
  order: readonly OrderKey[],
): Promise<SortKeys[]> {
  const terms = order.map(termsOfKey);
  const names = terms.map((ofKey, key) => ofKey.map((_, index) => `v${key}_${index}`));
  const values = terms.flatMap((ofKey, key) =>
    ofKey.map(({ expression }, index) => sql`, ${expression} as ${sql.ref(names[key]?.[index] as string)}`),
  );
  const { rows } = await sql<Record<string, string | number | null>>`
    select rows.seq, rows.page_id ${sql.join(values, sql``)} from rows
    where rows.data_source_seq = ${dataSource} and ${inTime("rows")} and ${where(condition)}`.execute(db);
  return rows.map((row) => ({
    seq: Number(row.seq),
    pageId: row.page_id as string,
    values: names.map((ofKey) => ofKey.map((name) => row[name] ?? null)),
  }));
}
