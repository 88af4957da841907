import type { Context } from "../../../context.ts";
import { takeNumbers, uniqueIdCounter } from "../../../store/counters.ts";
import type { StoredProperty } from "../../../store/documents.ts";
import { countRows, type RowDocument } from "../../../store/row-documents.ts";

/** Numbers the rows that a data source has when it gets an ID property, the oldest first. */
export async function assignNumbers(
  { id }: StoredProperty,
  dataSourceId: string,
  { db }: Context,
): Promise<(row: RowDocument) => boolean> {
  const count = await countRows(db, dataSourceId);
  let next = count === 0 ? 0 : await takeNumbers(db, uniqueIdCounter(dataSourceId, id), count);
  return ({ document }) => {
    document.properties[id] = { type: "unique_id", unique_id: next++ };
    return true;
  };
}
