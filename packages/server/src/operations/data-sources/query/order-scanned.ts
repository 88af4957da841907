import type { Db } from "../../../store/database.ts";
import type { Condition } from "../../../store/query/conditions.ts";
import type { OrderKey } from "../../../store/query/order.ts";
import { type SortKeys, sortKeys } from "../../../store/query/sort-keys.ts";
import type { ScannedValues } from "./scope.ts";

/** A sort by a formula whose results are in no column. */
export interface ScannedKey extends Pick<OrderKey, "direction" | "empty"> {
  scanned: ScannedValues;
}

export type AnyKey = OrderKey | ScannedKey;

export const isInColumn = (key: AnyKey): key is OrderKey => "field" in key;

/**
 * Rows in an order that the database alone does not know.
 *
 * @param dataSource Its `nodes.seq`.
 * @param condition Passes no more rows than were scanned.
 * @returns The ids of the pages.
 */
export async function sortScanned(
  db: Db,
  dataSource: number,
  condition: Condition,
  order: readonly AnyKey[],
): Promise<string[]> {
  const known = order.filter(isInColumn);
  const rows = (await sortKeys(db, dataSource, condition, known)).map((row) => {
    const fromColumns = row.values.values();
    const values = order.map((key) =>
      isInColumn(key) ? (fromColumns.next().value ?? []) : [key.scanned.get(row.seq) ?? null],
    );
    return { ...row, values };
  });
  return rows.sort((one, other) => compareRows(one, other, order)).map(({ pageId }) => pageId);
}

/** Rows that are equal in all follow each other as they were made, as in `store/query/order.ts`. */
function compareRows(one: SortKeys, other: SortKeys, order: readonly AnyKey[]): number {
  for (const [index, key] of order.entries()) {
    for (const [at, value] of (one.values[index] ?? []).entries()) {
      const difference = compare(value, other.values[index]?.[at] ?? null, key);
      if (difference !== 0) return difference;
    }
  }
  return (one.seq - other.seq) * (order[0]?.direction === "asc" ? 1 : -1);
}

function compare(
  one: string | number | null,
  other: string | number | null,
  { direction, empty }: Pick<OrderKey, "direction" | "empty">,
): number {
  if (one === other) return 0;
  if (one === null || other === null) return (one === null) === (empty === "first") ? -1 : 1;
  return one < other === (direction === "asc") ? -1 : 1;
}
