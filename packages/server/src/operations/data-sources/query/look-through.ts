import type { Db } from "../../../store/database.ts";
import { findSeqs } from "../../../store/nodes.ts";
import type { Condition } from "../../../store/query/conditions.ts";
import { findRows } from "../../../store/query/find-rows.ts";
import { countRelated } from "../../../store/query/related.ts";

/** How many related pages are looked at. */
const MOST_RELATED = 20_000;

/** As many are told one by one. */
const FEW = 1_000;

/** The newest rows of some. */
export interface Newest {
  pageIds: string[];
  /** What tells them from others. */
  are: Condition;
  /** Whether there are older ones. */
  isCut: boolean;
}

/**
 * The newest rows that are like something, as many as there is time to look through.
 *
 * @param most How many at most.
 * @param relations All pages are looked at to which they relate by these.
 */
export async function newestRows(
  db: Db,
  dataSource: number,
  condition: Condition,
  most: number,
  relations: readonly string[],
): Promise<Newest> {
  const found = (await findRows(db, { dataSource, condition, order: [], limit: most + 1 })) ?? [];
  const related = await countRelated(db, found, relations);
  const pageIds: string[] = [];
  let left = MOST_RELATED;
  for (const pageId of found.slice(0, most)) {
    left -= related.get(pageId) ?? 0;
    if (left < 0) break;
    pageIds.push(pageId);
  }
  return { pageIds, are: await tell(db, pageIds), isCut: pageIds.length < found.length };
}

async function tell(db: Db, pageIds: readonly string[]): Promise<Condition> {
  const last = pageIds.at(-1);
  if (last === undefined) return { always: false };
  if (pageIds.length <= FEW) return { rows: await findSeqs(db, pageIds) };
  const [since = 0] = await findSeqs(db, [last]);
  return { since };
}
