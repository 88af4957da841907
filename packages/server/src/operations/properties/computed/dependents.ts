import type { Db } from "../../../store/database.ts";
import type { Read } from "../../../store/documents.ts";
import { pagesPointingAt } from "../../../store/relations.ts";
import type { Node } from "../../../store/tables.ts";

/** By page, the ids of the properties that a request has changed; `all` for a row that came, went, or was trashed. */
export type Changes = ReadonlyMap<string, ReadonlySet<string> | "all">;

const touches = (changed: ReadonlySet<string> | "all" | undefined, { properties }: Read): boolean =>
  changed === "all" || properties.some((id) => changed?.has(id));

/** Of the rows that were changed, those of which something computed reads what was changed. */
export function changedRows(reads: readonly Read[], rows: readonly Node[], changes: Changes): string[] {
  const own = reads.find(({ via }) => via.length === 0) ?? { via: [], source: "", properties: [] };
  return rows.map(({ id }) => id).filter((id) => touches(changes.get(id), own));
}

/**
 * The rows that reach what was changed through relations.
 *
 * @param bySource The rows that were changed, by data source.
 * @param most How many rows there may be.
 * @returns Nothing when there are more.
 */
export async function dependentRows(
  reads: readonly Read[],
  bySource: ReadonlyMap<string, readonly Node[]>,
  changes: Changes,
  most: number,
  db: Db,
): Promise<Set<string> | undefined> {
  const found = new Set<string>();
  for (const read of reads) {
    if (read.via.length === 0) continue;
    const changed = bySource.get(read.source)?.filter(({ id }) => touches(changes.get(id), read)) ?? [];
    let ids = changed.map(({ id }) => id);
    for (const relation of read.via.toReversed()) {
      ids = await pagesPointingAt(db, ids, relation, most + 1);
      if (ids.length > most) return undefined;
    }
    for (const id of ids) found.add(id);
    if (found.size > most) return undefined;
  }
  return found;
}
