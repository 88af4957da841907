import { describe, expect, test } from "vitest";
import { createClient, queryAll, type Split } from "../src/index.ts";

interface Row {
  id: string;
  created_time?: string;
  properties?: Record<string, { id: string; unique_id: { number: number } }>;
}

// biome-ignore lint/suspicious/noExplicitAny: a filter of any kind
type Filter = any;

interface Body {
  filter?: Filter;
  sorts: Record<string, string>[];
  start_cursor?: string;
}

/** What queries find: pages of two, at most `most` rows of one query, sorted by what the query says. */
function queryApi(rows: Row[], most: number) {
  const bodies: Body[] = [];
  const number = (row: Row) => row.properties?.Ticket?.unique_id.number ?? 0;
  const isLetThrough = (row: Row, filter: Filter): boolean => {
    if (filter?.and) return filter.and.every((one: Filter) => isLetThrough(row, one));
    if (filter?.created_time) return (row.created_time ?? "9") >= filter.created_time.on_or_after;
    if (filter?.unique_id) return number(row) > filter.unique_id.greater_than;
    return true;
  };
  const fetch = async (request: Request) => {
    const body = (await request.json()) as Body;
    bodies.push(body);
    const found = rows.filter((row) => isLetThrough(row, body.filter));
    const from = Number(body.start_cursor ?? 0);
    const until = Math.min(from + 2, most);
    const isEnd = until >= Math.min(found.length, most);
    return Response.json({
      results: found.slice(from, until),
      has_more: !isEnd,
      next_cursor: isEnd ? null : String(until),
      ...(isEnd && found.length > most && { request_status: { type: "incomplete" } }),
    });
  };
  return { fetch, bodies };
}

const minute = (number: number) => `2026-11-20T12:${String(number).padStart(2, "0")}:00.000Z`;
const rowsAt = (...minutes: number[]): Row[] =>
  minutes.map((one, index) => ({ id: `r${index}`, created_time: minute(one) }));
const data_source_id = "d";

async function collect(rows: AsyncIterable<{ id: string }>): Promise<string[]> {
  const ids: string[] = [];
  for await (const { id } of rows) ids.push(id);
  return ids;
}

describe("shape", () => {
  test("the first query is in the order of creation, the next ones go on from the last time", async () => {
    const { fetch, bodies } = queryApi(rowsAt(1, 2, 3, 4, 5), 3);
    const notion = createClient({ auth: "ntn_1", fetch });
    const splits: Split[] = [];
    const rows = queryAll(
      notion,
      { data_source_id, page_size: 2 },
      { onSplit: (split) => splits.push(split) },
    );
    expect(await collect(rows)).toEqual(["r0", "r1", "r2", "r3", "r4"]);
    const sorts = [{ timestamp: "created_time", direction: "ascending" }];
    expect(bodies).toEqual([
      { page_size: 2, sorts },
      { page_size: 2, sorts, start_cursor: "2" },
      {
        page_size: 2,
        sorts,
        filter: { timestamp: "created_time", created_time: { on_or_after: minute(3) } },
      },
      {
        page_size: 2,
        sorts,
        filter: { timestamp: "created_time", created_time: { on_or_after: minute(3) } },
        start_cursor: "2",
      },
    ]);
    expect(splits).toEqual([{ rows: 3, key: minute(3) }]);
  });

  test("in 2022-06-28 it queries a database", async () => {
    let url = "";
    const fetch = async (request: Request) => {
      url = request.url;
      return Response.json({ results: [{ id: "r" }], has_more: false, next_cursor: null });
    };
    const notion = createClient({ auth: "ntn_1", version: "2022-06-28", fetch });
    expect(await collect(queryAll(notion, { database_id: "d" }))).toEqual(["r"]);
    expect(url).toBe("https://api.notion.com/v1/databases/d/query");
  });
});

describe("validation", () => {
  test("more rows of one minute than a query gives cannot be told apart", async () => {
    const { fetch } = queryApi(rowsAt(1, 2, 2, 2, 2, 2), 3);
    const rows = queryAll(createClient({ auth: "ntn_1", fetch }), { data_source_id });
    await expect(collect(rows)).rejects.toMatchObject({
      code: "query_result_limit_reached",
      message: "The API gives no more rows of this query, and `created_time` does not tell them apart.",
    });
  });

  test("rows that may not be read give no key", async () => {
    const { fetch } = queryApi([{ id: "a" }, { id: "b" }, { id: "c" }], 2);
    const rows = queryAll(createClient({ auth: "ntn_1", fetch }), { data_source_id });
    await expect(collect(rows)).rejects.toMatchObject({ code: "query_result_limit_reached" });
  });
});

describe("behaviour", () => {
  test("rows of the same minute come once, wherever the cut is", async () => {
    const rows = rowsAt(1, 1, 1, 2, 2, 3, 3, 3, 4, 5, 5);
    for (const most of [4, 5, 6, 7, 10, 11]) {
      const { fetch } = queryApi(rows, most);
      const found = await collect(queryAll(createClient({ auth: "ntn_1", fetch }), { data_source_id }));
      expect(found, `with at most ${most}`).toEqual(rows.map(({ id }) => id));
    }
  });

  test.each([
    ["the name", "Ticket"],
    ["the id", "tick"],
  ])("%s of a unique id splits at its numbers", async (_name, key) => {
    const all = [3, 5, 8, 9, 12].map((number) => ({
      id: `r${number}`,
      created_time: minute(1),
      properties: { Ticket: { id: "tick", unique_id: { number } } },
    }));
    const { fetch, bodies } = queryApi(all, 2);
    const notion = createClient({ auth: "ntn_1", fetch });
    expect(await collect(queryAll(notion, { data_source_id }, { key }))).toEqual(all.map(({ id }) => id));
    expect(bodies.map(({ filter }) => filter?.unique_id.greater_than)).toEqual([undefined, 5, 9]);
    expect(bodies[0]?.sorts).toEqual([{ property: key, direction: "ascending" }]);
  });

  test("the filter of the caller stays, without nesting deeper than it must", async () => {
    const done = { property: "Done", checkbox: { equals: true } } as const;
    const key = { timestamp: "created_time", created_time: { on_or_after: minute(2) } };
    for (const [filter, expected] of [
      [done, { and: [done, key] }],
      [{ and: [done] }, { and: [done, key] }],
      [{ or: [done] }, { and: [{ or: [done] }, key] }],
    ] as const) {
      const { fetch, bodies } = queryApi(rowsAt(1, 2, 3), 2);
      const notion = createClient({ auth: "ntn_1", fetch });
      const parameters = { data_source_id, filter: filter as typeof done };
      expect(await collect(queryAll(notion, parameters))).toHaveLength(3);
      expect(bodies.map((body) => body.filter)).toEqual([filter, expected]);
    }
  });
});
