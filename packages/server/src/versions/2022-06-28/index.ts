import type { Context } from "../../context.ts";
import { onlyDataSource } from "../../operations/databases/only-data-source.ts";
import type { Adapter, Next, VersionedRequest } from "../adapter.ts";
import { isObject, mapObjects } from "../objects.ts";
import { createDatabase, getDatabase, queryDatabase, updateDatabase } from "./databases.ts";
import { parentDown, resultsOf } from "./results.ts";

/**
 * 2022-06-28 next to 2025-09-03: a database is its schema and its rows, there are no data sources. A database
 * that has several of them cannot be used at all.
 *
 * @see https://developers.notion.com/guides/get-started/upgrade-guide-2025-09-03
 */
export const version20220628: Adapter = {
  version: "2022-06-28",
  perform(request, next, context) {
    const own = operations[request.operationId];
    return own ? own(request, next, context) : others(request, next, context);
  },
};

type Operation = (request: VersionedRequest, next: Next, context: Context) => Promise<unknown>;

const operations: Record<string, Operation> = {
  createDatabase,
  getDatabase,
  updateDatabase,
  queryDatabase,
  search: async (request, next, context) => {
    const answer = await next({ ...request, body: searchUp(request.body) });
    return await resultsOf(answer, next, context);
  },
};

/** Everything else differs only in what rows have as parent. */
async function others(request: VersionedRequest, next: Next, context: Context): Promise<unknown> {
  await refuseSeveralSources(request, context);
  return await mapObjects(await next(request), parentDown);
}

/** A page cannot be made in, or moved to, a database with several data sources by the database's id. */
async function refuseSeveralSources({ body }: VersionedRequest, context: Context): Promise<void> {
  const parent = isObject(body) && isObject(body.parent) ? body.parent : {};
  if (typeof parent.database_id === "string") await onlyDataSource(parent.database_id, context);
}

function searchUp(body: unknown): unknown {
  if (!isObject(body) || !isObject(body.filter) || body.filter.value !== "database") return body;
  return { ...body, filter: { ...body.filter, value: "data_source" } };
}
