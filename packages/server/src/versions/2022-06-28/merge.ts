import type { Context } from "../../context.ts";
import { dataSourcesOf } from "../../store/data-sources.ts";
import type { Next } from "../adapter.ts";
import { isObject, type JsonObject } from "../objects.ts";

/**
 * A data source as the database that it is in this version.
 *
 * @returns Nothing when its database has several data sources.
 */
export async function mergeDatabase(
  dataSource: JsonObject,
  next: Next,
  context: Context,
): Promise<JsonObject | undefined> {
  const { parent } = dataSource;
  const databaseId = isObject(parent) ? (parent.database_id as string) : undefined;
  if (databaseId === undefined) return undefined;
  if ((await dataSourcesOf(context.db, databaseId)).length > 1) return undefined;
  const path = { database_id: databaseId };
  const database = (await next({
    operationId: "getDatabase",
    path,
    query: {},
    body: undefined,
  })) as JsonObject;
  return merged(database, dataSource);
}

/** One object of what newer versions have two for; only ids and schema where the connection may not read. */
export function merged(database: JsonObject, dataSource: JsonObject): JsonObject {
  const { properties } = dataSource;
  if (database.title === undefined) return { object: "database", id: database.id, properties };
  const { data_sources: _sources, is_locked: _locked, ...rest } = database;
  const { created_by, last_edited_by, created_time, last_edited_time } = dataSource;
  return { ...rest, created_time, created_by, last_edited_time, last_edited_by, properties };
}
