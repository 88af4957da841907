import { uniqueIdCounter } from "../store/counters.ts";
import type { Db } from "../store/database.ts";
import type { DataSourceDocument, PageDocument } from "../store/documents.ts";

/**
 * Numbers the rows of a data source that have no number yet, in their order, and lets its counters go on from there.
 *
 * @param rows Their documents, which are changed.
 */
export async function numberRows(
  db: Db,
  dataSourceId: string,
  { properties }: DataSourceDocument,
  rows: readonly PageDocument[],
): Promise<void> {
  for (const { id, type } of properties) {
    if (type !== "unique_id") continue;
    const numbers = rows.flatMap(({ properties: { [id]: value } }) =>
      value?.type === type ? [value.unique_id] : [],
    );
    let last = numbers.reduce((highest, number) => Math.max(highest, number), 0);
    for (const row of rows) {
      if (row.properties[id] === undefined && !row.is_template)
        row.properties[id] = { type, unique_id: ++last };
    }
    await db
      .insertInto("counters")
      .values({ name: uniqueIdCounter(dataSourceId, id), value: last })
      .execute();
  }
}
