import type { Db } from "../../../store/database.ts";
import { allOf, anyOf } from "../../../store/query/compound.ts";
import type { Condition } from "../../../store/query/conditions.ts";
import { findRows } from "../../../store/query/find-rows.ts";
import { looksAtRelated } from "../../../store/query/related.ts";

/** More pages are not looked up one by one. */
const FEW = 10;

const inTrash: Condition = { field: { of: "column", column: "in_trash" }, in: [0] };

/**
 * Parts of a filter that ask for a related row of which there are only a few, as what asks for one of these: rows are
 * found by the pages that they relate to.
 *
 * @returns What to ask for instead, by the part as JSON.
 */
export async function fewRelated(
  db: Db,
  parts: readonly Condition[],
): Promise<ReadonlyMap<string, Condition>> {
  const instead = new Map<string, Condition>();
  for (const part of parts) {
    if (!("row" in part) || looksAtRelated(part.row)) continue;
    const condition = allOf([part.row, inTrash]);
    const query = { dataSource: part.dataSource, condition, order: [], limit: FEW + 1 };
    const pages = (await findRows(db, query)) ?? [];
    if (pages.length > FEW) continue;
    const found = anyOf(pages.map((page) => ({ relation: part.relation, page })));
    instead.set(JSON.stringify(part), pages.length === 0 ? { always: false } : found);
  }
  return instead;
}

/** A condition with some of its parts replaced. */
export function withInstead(condition: Condition, instead: ReadonlyMap<string, Condition>): Condition {
  if (instead.size === 0) return condition;
  const parts = "all" in condition ? condition.all : [condition];
  return allOf(parts.map((part) => instead.get(JSON.stringify(part)) ?? part));
}
