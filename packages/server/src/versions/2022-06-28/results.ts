import type { Context } from "../../context.ts";
import type { Next } from "../adapter.ts";
import { isObject, type JsonObject, mapObjects } from "../objects.ts";
import { mergeDatabase } from "./merge.ts";

/** Rows and databases of a list; of a database with several data sources nothing is shown. */
export async function resultsOf(answer: unknown, next: Next, context: Context): Promise<unknown> {
  const list = (await mapObjects(answer, async (object) => {
    if (object.object !== "data_source") return parentDown(object);
    return await mergeDatabase(object, next, context);
  })) as JsonObject;
  const { page_or_data_source, ...rest } = list;
  return { ...rest, type: "page_or_database", page_or_database: page_or_data_source };
}

/** A row is in its database. */
export function parentDown(object: JsonObject): JsonObject {
  const { parent } = object;
  if (!isObject(parent) || parent.type !== "data_source_id") return object;
  return { ...object, parent: { type: "database_id", database_id: parent.database_id } };
}
