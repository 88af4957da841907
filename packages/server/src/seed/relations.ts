import { relationOf } from "../operations/properties/schema/relations.ts";
import type { Db } from "../store/database.ts";
import type { DataSourceDocument } from "../store/documents.ts";
import { seqOf } from "../store/nodes.ts";

/** A relation of a row, as the seed has it. */
export interface Relation {
  page_id: string;
  property_id: string;
  target_ids: string[];
  dataSourceId: string;
}

/** Adds relations, and the other side of those that have two, where the seed has only one. */
export async function addRelations(
  db: Db,
  relations: readonly Relation[],
  dataSources: ReadonlyMap<string, DataSourceDocument>,
): Promise<void> {
  const targets = new Map<string, Set<string>>();
  const add = (pageId: string, propertyId: string, targetId: string): void => {
    const key = `${pageId} ${propertyId}`;
    const known = targets.get(key) ?? new Set();
    targets.set(key, known.add(targetId));
  };
  for (const { page_id, property_id, target_ids } of relations) {
    for (const target of target_ids) add(page_id, property_id, target);
  }
  for (const { page_id, property_id, target_ids, dataSourceId } of relations) {
    const other = otherSide(dataSources.get(dataSourceId), property_id);
    if (other !== undefined) for (const target of target_ids) add(target, other, page_id);
  }
  const rows = [...targets].flatMap(([key, ids]) => {
    const [page_id = "", property_id = ""] = [key.slice(0, 36), key.slice(37)];
    return [...ids].map((target_id, place) => ({
      page_id,
      property_id,
      place,
      target_id,
      page_seq: seqOf(page_id),
    }));
  });
  for (let start = 0; start < rows.length; start += 1000) {
    await db
      .insertInto("relations")
      .values(rows.slice(start, start + 1000))
      .execute();
  }
}

function otherSide(dataSource: DataSourceDocument | undefined, propertyId: string): string | undefined {
  const property = dataSource?.properties.find(({ id }) => id === propertyId);
  const config = property && relationOf(property);
  return config?.type === "dual_property" ? config.synced_property_id : undefined;
}
