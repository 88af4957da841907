import { expect, onTestFinished, test } from "vitest";
import { createServer, openSqlite, type Seed } from "../../src/index.ts";
import { emptySeed } from "../../src/seed/empty.ts";
import { startTarget } from "./target.ts";

const DATA_SOURCE = "4d9f5c73-af61-4e8b-940c-517295df3e45";
const MANY_ROWS = "5e0a6d84-b072-4f9c-a51d-628306e04f56";
const options = Array.from({ length: 100 }, (_, index) => ({ name: `${index}` }));

/** A data source of one row. */
const seed = {
  workspaces: [
    {
      ...emptySeed.workspaces[0],
      objects: [
        {
          object: "database",
          title: "Rows",
          data_sources: [
            {
              id: DATA_SOURCE,
              title: "Rows",
              properties: {
                Name: "title",
                Stage: { select: { options } },
                Price: "number",
                Next: {
                  id: "next",
                  relation: { data_source_id: DATA_SOURCE, type: "single_property", single_property: {} },
                },
                Names: {
                  rollup: {
                    relation_property_id: "next",
                    rollup_property_id: "title",
                    function: "show_original",
                  },
                },
                Changed: { id: "chng", type: "last_edited_time", last_edited_time: {} },
                Count: {
                  rollup: { relation_property_id: "next", rollup_property_id: "chng", function: "count" },
                },
                Days: { formula: { expression: 'dateBetween(now(), parseDate("2020-01-01"), "days")' } },
              },
              rows: [{ properties: { Name: "Only", Stage: "7", Price: 9 } }],
            },
            {
              id: MANY_ROWS,
              title: "Many rows",
              properties: { Name: "title", By: "created_by" },
              rows: Array.from({ length: 1_100 }, () => ({})),
            },
          ],
        },
      ],
    },
  ],
} as Seed;

const path = `/v1/data_sources/${DATA_SOURCE}/query`;

/** As many conditions as a filter may have: each of some groups has as many. */
const nested = (
  outer: "and" | "or",
  inner: "and" | "or",
  length: number,
  condition: (index: number) => object,
) => ({
  filter: {
    [outer]: Array.from({ length: 100 }, (_, group) => ({
      [inner]: Array.from({ length }, (_, index) => condition(group * length + index)),
    })),
  },
});

test.each([
  [
    "texts",
    1,
    nested("or", "or", 90, (index) => ({
      property: "Name",
      title: { contains: index === 0 ? "only" : `${index}` },
    })),
  ],
  [
    "ends of texts",
    1,
    nested("or", "or", 49, (index) => ({
      property: "Name",
      title: { ends_with: index ? `${index}` : "only" },
    })),
  ],
  ["numbers", 1, nested("or", "or", 90, (index) => ({ property: "Price", number: { equals: index } }))],
  [
    "other numbers",
    0,
    nested("and", "and", 80, (index) => ({ property: "Price", number: { does_not_equal: index } })),
  ],
  [
    "mixed",
    1,
    nested("and", "or", 80, (index) => ({ property: "Price", number: { less_than: index % 100 } })),
  ],
  [
    "names of options",
    1,
    nested("and", "and", 1, () => ({
      property: "Stage",
      select: { equals: options.flatMap(({ name }) => [name, name, name]) },
    })),
  ],
  [
    "formulas of the time",
    1,
    nested("or", "or", 60, (index) => ({
      property: "Days",
      formula: { number: { greater_than: index * 1000 } },
    })),
  ],
])("as many %s as fit into a filter", async (_what, count, body) => {
  const { call } = await startTarget(seed);
  const { status, body: answer } = await call("POST", path, body);
  expect(status).toBe(200);
  expect(answer.results).toHaveLength(count);
});

test.each([
  ["texts of related rows", 12_000, { property: "Names", rollup: { any: { rich_text: { contains: "%" } } } }],
  ["ends of texts", 12_000, { property: "Name", title: { ends_with: "%" } }],
  ["numbers of related rows", 12_000, { property: "Count", rollup: { number: { less_than: 7 } } }],
])("more %s than a statement can hold", async (_what, weight, condition) => {
  const { call } = await startTarget(seed);
  const make = (index: number) =>
    JSON.parse(JSON.stringify(condition).replace("%", `${index}`).replace("7", `${index}`));
  const { body } = await call("POST", path, nested("or", "or", 60, make));
  expect(body).toEqual({
    object: "error",
    status: 400,
    code: "validation_error",
    message: `body failed validation: body.filter should compare with ≤ \`10000\` values, instead was \`${weight}\`.`,
    request_id: body.request_id,
  });
});

const tooLate = (request_id: string) => ({
  object: "error",
  status: 503,
  code: "service_unavailable",
  message: "Notion is unavailable, please try again later.",
  request_id,
});

test.each([
  [
    "with a long list of conditions",
    DATA_SOURCE,
    nested("and", "or", 11, (index) => ({ property: "Name", title: { contains: `${index}` } })),
  ],
  [
    "of many rows that no index has in order",
    MANY_ROWS,
    { sorts: [{ property: "By", direction: "ascending" }] },
  ],
])(
  "a query %s is ended when a request has no time left, and others are answered",
  async (_what, id, body) => {
    const server = await createServer({ seed, database: await openSqlite(undefined, { timeLimit: 0 }) });
    onTestFinished(() => server.close());
    const ask = async (query: object) => {
      const headers = { authorization: "Bearer ntn_local_dev", "notion-version": "2026-03-11" };
      const request = { method: "POST", headers, body: JSON.stringify(query) };
      const response = await server.fetch(
        new Request(`http://localhost/v1/data_sources/${id}/query`, request),
      );
      return (await response.json()) as { request_id: string; results?: object[] };
    };
    const refusal = await ask(body);
    expect(refusal).toEqual(tooLate(refusal.request_id));
    expect((await ask({ page_size: 1 })).results).toHaveLength(1);
  },
);

test("a write is ended when a request has no time left, and nothing of it stays", async () => {
  const server = await createServer({ seed, database: await openSqlite(undefined, { timeLimit: 0 }) });
  onTestFinished(() => server.close());
  const before = await server.snapshot();
  const headers = { authorization: "Bearer ntn_local_dev", "notion-version": "2026-03-11" };
  const body = JSON.stringify({ parent: { type: "data_source_id", data_source_id: DATA_SOURCE } });
  const response = await server.fetch(
    new Request("http://localhost/v1/pages", { method: "POST", headers, body }),
  );
  const refusal = (await response.json()) as { request_id: string };
  expect(refusal).toEqual(tooLate(refusal.request_id));
  expect(await server.snapshot()).toEqual(before);
});
