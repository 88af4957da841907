import { mustSeeOldDatabase } from "../../auth/addressed.ts";
import type { Context } from "../../context.ts";
import { validationError } from "../../errors.ts";
import { onlyDataSource } from "../../operations/databases/only-data-source.ts";
import type { Next, VersionedRequest } from "../adapter.ts";
import { isObject, type JsonObject } from "../objects.ts";
import { merged } from "./merge.ts";
import { resultsOf } from "./results.ts";

/** `POST /v1/databases`: the schema stands at the top. */
export async function createDatabase(
  request: VersionedRequest,
  next: Next,
  context: Context,
): Promise<unknown> {
  const { properties, parent, ...body } = request.body as JsonObject;
  const database = (await next({
    ...request,
    body: {
      ...body,
      parent: typedParent(parent as JsonObject),
      initial_data_source: { properties: await relationsUp(properties as JsonObject, context) },
    },
  })) as JsonObject;
  return await withSchema(database, next, context);
}

/** `GET /v1/databases/{database_id}`: with the schema. */
export async function getDatabase(request: VersionedRequest, next: Next, context: Context): Promise<unknown> {
  await mustSeeOldDatabase(context, idOf(request));
  await onlyDataSource(idOf(request), context);
  return await withSchema((await next(request)) as JsonObject, next, context);
}

/** `PATCH /v1/databases/{database_id}`: changes the database, its data source, or both. */
export async function updateDatabase(
  request: VersionedRequest,
  next: Next,
  context: Context,
): Promise<unknown> {
  const { properties, ...body } = request.body as JsonObject;
  const dataSourceId = await onlyDataSource(idOf(request), context);
  const forSource: JsonObject = {
    ...(isObject(properties) && { properties: await relationsUp(properties, context) }),
    // There is one title in this version; newer ones have one for each of the two.
    ...(body.title !== undefined && { title: body.title }),
  };
  if (Object.keys(forSource).length > 0) {
    const path = { data_source_id: dataSourceId };
    await next({ operationId: "updateDataSource", path, query: {}, body: forSource });
  }
  const database = (await next({ ...request, body })) as JsonObject;
  return await withSchema(database, next, context);
}

/** `POST /v1/databases/{database_id}/query`: the rows of its only data source. */
export async function queryDatabase(
  request: VersionedRequest,
  next: Next,
  context: Context,
): Promise<unknown> {
  await mustSeeOldDatabase(context, idOf(request));
  const data_source_id = await onlyDataSource(idOf(request), context);
  const answer = await next({ ...request, operationId: "queryDataSource", path: { data_source_id } });
  return await resultsOf(answer, next, context);
}

const idOf = ({ path }: VersionedRequest): string => path.database_id as string;

/** A database with the schema of its data source. */
async function withSchema(database: JsonObject, next: Next, context: Context): Promise<JsonObject> {
  const path = { data_source_id: await onlyDataSource(database.id as string, context) };
  const asked = { operationId: "getDataSource", path, query: {}, body: undefined };
  return merged(database, (await next(asked)) as JsonObject);
}

/** Newer versions want to be told what sort of parent it is. */
function typedParent(parent: JsonObject): JsonObject {
  if (parent.page_id !== undefined) return { type: "page_id", page_id: parent.page_id };
  throw validationError("A database can only be created in a page.");
}

/** Relations that name a database point at its data source. */
async function relationsUp(properties: JsonObject, context: Context): Promise<JsonObject> {
  const entries = [];
  for (const [name, property] of Object.entries(properties)) {
    entries.push([name, await relationUp(property, context)]);
  }
  return Object.fromEntries(entries) as JsonObject;
}

async function relationUp(property: unknown, context: Context): Promise<unknown> {
  if (!isObject(property) || !isObject(property.relation)) return property;
  const { database_id, ...relation } = property.relation;
  if (typeof database_id !== "string") return property;
  const data_source_id = relation.data_source_id ?? (await onlyDataSource(database_id, context));
  return { ...property, relation: { ...relation, data_source_id } };
}
