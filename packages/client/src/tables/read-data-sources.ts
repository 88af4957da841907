import { getDataSource, search } from "../__generated__/operations.ts";
import type { Core } from "../core/create-core.ts";
import { isFullDataSource } from "../helpers/is-full.ts";
import type { List } from "../list.ts";
import type { MethodOptions, VersionsWith } from "../operation.ts";
import type { DataSource } from "./tables-module.ts";

/**
 * The data sources that a client can see, with their columns.
 *
 * @param notion a client of a version that has data sources
 * @param ids of those that are meant; all when there are none
 * @throws {NotionError} when one cannot be read
 */
export async function readDataSources(
  notion: Core<VersionsWith<"getDataSource">>,
  ids: readonly string[] = [],
  options?: MethodOptions,
): Promise<DataSource[]> {
  if (ids.length > 0) {
    const get = getDataSource as unknown as Get;
    return Promise.all(ids.map((data_source_id) => get(notion, { data_source_id }, options)));
  }
  const filter = { property: "object", value: "data_source" };
  const found = await (search as unknown as Search)(notion, { filter }, options).collect();
  return found.filter(isFullDataSource) as DataSource[];
}

type Get = (core: Core, parameters: object, options?: MethodOptions) => Promise<DataSource>;
type Search = (
  core: Core,
  parameters: object,
  options?: MethodOptions,
) => List<{ results: { object: string }[] }>;

/**
 * The data sources in a JSON document that somebody saved: one, several, or a list as the API answers it.
 *
 * @throws {TypeError} when there is none
 */
export function dataSourcesIn(document: unknown): DataSource[] {
  const { results } = (document ?? {}) as { results?: unknown };
  const all = [results ?? document].flat() as { object?: unknown; properties?: unknown }[];
  const found = all.filter((one) => one?.object === "data_source" && one.properties !== undefined);
  if (found.length === 0)
    throw new TypeError("There is no data source in it, as `dataSources.get` answers it.");
  return found as DataSource[];
}
