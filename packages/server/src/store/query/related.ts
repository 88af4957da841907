import { sql } from "kysely";
import type { Db } from "../database.ts";
import type { Condition } from "./conditions.ts";
import type { Field } from "./fields.ts";

/*
 * What is made of the values of related rows whenever it is asked for: no index finds rows by it, and what it costs
 * to look at one row has no limit.
 */

export const isMadeOfRelated = ({ of }: Field): boolean => of === "rollup" || of === "relatedTitle";

export function looksAtRelated(condition: Condition): boolean {
  if ("all" in condition) return condition.all.some(looksAtRelated);
  if ("any" in condition) return condition.any.some(looksAtRelated);
  if ("not" in condition) return looksAtRelated(condition.not);
  return "row" in condition || ("field" in condition && isMadeOfRelated(condition.field));
}

/** The relations of which a condition looks at all pages. */
export function relationsIn(condition: Condition): string[] {
  if ("all" in condition) return condition.all.flatMap(relationsIn);
  if ("any" in condition) return condition.any.flatMap(relationsIn);
  if ("not" in condition) return relationsIn(condition.not);
  if ("row" in condition) return [condition.relation];
  return "field" in condition ? relationsOf(condition.field) : [];
}

export const relationsOf = (field: Field): string[] =>
  field.of === "rollup" && field.calculate !== "first" ? [field.relation] : [];

/** How many pages some pages relate to, by their ids; those that relate to none are left out. */
export async function countRelated(
  db: Db,
  pageIds: readonly string[],
  relations: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (pageIds.length === 0 || relations.length === 0) return new Map();
  const { rows } = await sql<{ page_id: string; count: number | string }>`
    select page_id, count(*) as count from relations
    where page_id in (${sql.join(pageIds)}) and property_id in (${sql.join(relations)})
    group by page_id`.execute(db);
  return new Map(rows.map(({ page_id, count }) => [page_id, Number(count)]));
}
