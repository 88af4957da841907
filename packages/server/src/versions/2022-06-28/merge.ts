import { notFound, reach } from "../../auth/access.ts";
import type { Context } from "../../context.ts";
import { validationError } from "../../errors.ts";
import { childrenOf } from "../../store/nodes.ts";
import type { Next } from "../adapter.ts";
import { isObject, type JsonObject } from "../objects.ts";

/**
 * The id of the data source that a database stands for in this version.
 *
 * @param databaseId As the request has it, with or without dashes.
 * @throws ApiError object_not_found; validation_error when the database has several data sources
 */
export async function onlyDataSource(databaseId: string, context: Context): Promise<string> {
  const reached = await reach(context, databaseId, ["database"]);
  if (!reached) throw notFound(context, "database", databaseId);
  const sources = await dataSourceIds(databaseId, context);
  const [first] = sources;
  if (first === undefined) throw notFound(context, "database", databaseId);
  if (sources.length > 1) throw severalSources(databaseId, sources);
  return first;
}

async function dataSourceIds(databaseId: string, { db }: Context): Promise<string[]> {
  const sources = await childrenOf(db, databaseId).where("kind", "=", "data_source").execute();
  return sources.map(({ id }) => id);
}

/** 400, as the service words it; clients look at `additional_data`. */
const severalSources = (databaseId: string, children: string[]) =>
  validationError("Databases with multiple data sources are not supported in this API version.", {
    error_type: "multiple_data_sources_for_database",
    database_id: databaseId,
    child_data_source_ids: children,
    minimum_api_version: "2025-09-03",
  });

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
  if ((await dataSourceIds(databaseId, context)).length > 1) return undefined;
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
