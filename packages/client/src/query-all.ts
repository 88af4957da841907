import type { NotionVersion } from "@notional/openapi-types";
import { queryDatabase, queryDataSource } from "./__generated__/operations.ts";
import type { Core } from "./core/create-core.ts";
import { NotionError } from "./errors/notion-error.ts";
import type { ItemOf, List } from "./list.ts";
import type { Call, MethodOptions } from "./operation.ts";

/** The query of a version: of a database before 2025-09-03, of a data source since. */
type Query<Version extends NotionVersion> = Call<
  Version,
  Version extends "2022-06-28" ? "queryDatabase" : "queryDataSource"
>;

/** A query without what decides on the order. */
export type QueryAllParameters<Version extends NotionVersion> = Omit<
  Parameters<Query<Version>>[0],
  "sorts" | "start_cursor"
>;

/** A row as the query of a version answers it. */
export type QueriedRow<Version extends NotionVersion> =
  ReturnType<Query<Version>> extends List<infer Page> ? ItemOf<Page> : never;

/** Where a query was cut off and goes on as another one. */
export interface Split {
  /** How many rows came so far. */
  rows: number;
  /** The key of the last of them: a time of creation, or the number of a unique id. */
  key: string | number;
}

export interface QueryAllOptions extends MethodOptions {
  /**
   * What the rows are put in order by and split at: `created_time`, which is the default, or the name or id of a
   * property of type `unique_id`.
   */
  key?: string | undefined;
  /** Told of every split. */
  onSplit?: ((split: Split) => void) | undefined;
}

/**
 * All rows of a data source, also where there are more than the 10 000 that the API gives of one query. Such a query
 * goes on as another one for the rows from the last key on, as often as it takes, and every row comes once.
 *
 * Rows are in the order of their key, whatever the app shows. A filter keeps working; one that nests as deep as the API
 * allows has no room for the key, and the API then refuses the first query that is split. What changes while this runs
 * may be missed or not, as with every list.
 *
 * @param core a client of any version
 * @param parameters those of the query, without `sorts`
 * @throws {NotionError} when a request fails; `query_result_limit_reached` when the key does not tell rows apart: more
 *   than 10 000 created in the same minute, or a last row that the connection may not read
 *
 * @example
 * for await (const row of queryAll(notion, { data_source_id })) console.log(row.id);
 */
export async function* queryAll<Version extends NotionVersion>(
  core: Core<Version>,
  parameters: QueryAllParameters<Version>,
  { key: name = "created_time", onSplit, ...options }: QueryAllOptions = {},
): AsyncGenerator<QueriedRow<Version>, void, undefined> {
  const query = (core.version === "2022-06-28" ? queryDatabase : queryDataSource) as unknown as (
    core: Core,
    parameters: object,
    options: MethodOptions,
  ) => List<{ results: Row[]; request_status?: { type: string } }>;
  const key = name === "created_time" ? creationTime : uniqueId(name);
  const { filter } = parameters as { filter?: Filter };
  /** The ids of rows whose key is the last one: the next query may bring them again. */
  let last: { key: string | number; ids: Set<string> } | undefined;
  let rows = 0;
  for (;;) {
    const from = last?.key;
    let isCut = false;
    const list = query(
      core,
      {
        ...parameters,
        sorts: [key.sort],
        filter: from === undefined ? filter : both(filter, key.from(from)),
      },
      options,
    );
    for await (const page of list.pages()) {
      for (const row of page.results) {
        if (last?.ids.has(row.id)) continue;
        const value = key.of(row);
        if (value !== undefined && value !== last?.key) last = { key: value, ids: new Set() };
        last?.ids.add(row.id);
        rows += 1;
        yield row as QueriedRow<Version>;
      }
      isCut = page.request_status?.type === "incomplete";
    }
    if (!isCut) return;
    if (last === undefined || last.key === from) {
      throw new NotionError(
        `The API gives no more rows of this query, and \`${name}\` does not tell them apart.`,
        {
          status: 200,
          code: "query_result_limit_reached",
        },
      );
    }
    onSplit?.({ rows, key: last.key });
  }
}

type Filter = { and?: unknown[] };

interface Row {
  id: string;
  created_time?: string;
  properties?: Record<string, { id: string; unique_id?: { number: number | null } }>;
}

interface Key {
  sort: object;
  /** What lets rows through from a key on: with it where several rows can have it, otherwise after it. */
  from(key: string | number): object;
  /** Nothing for a row that the connection may not read. */
  of(row: Row): string | number | undefined;
}

const creationTime: Key = {
  sort: { timestamp: "created_time", direction: "ascending" },
  // Times are those of minutes.
  from: (key) => ({ timestamp: "created_time", created_time: { on_or_after: key } }),
  of: (row) => row.created_time,
};

function uniqueId(property: string): Key {
  return {
    sort: { property, direction: "ascending" },
    from: (key) => ({ property, unique_id: { greater_than: key } }),
    of: ({ properties = {} }) => {
      const value = properties[property] ?? Object.values(properties).find(({ id }) => id === property);
      return value?.unique_id?.number ?? undefined;
    },
  };
}

/** Beside an `and` rather than around it, because filters nest two levels deep. */
function both(filter: Filter | undefined, condition: object): object {
  if (filter === undefined) return condition;
  return { and: filter.and ? [...filter.and, condition] : [filter, condition] };
}
