import { describe, expect, test } from "vitest";
import { emptySeed } from "../../../src/seed/empty.ts";
import { startServer } from "../../fixture.ts";

const ORDER = "1f6d2a40-7c3e-4b58-a1d9-2e4f6a8c0b12";
const ITEMS = "5e0a6d84-b072-4f9c-a51d-628306e04f56";
const ORDERS = "4d9f5c73-af61-4e8b-940c-517295df3e45";
const itemId = (index: number) => `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`;

const itemProperties = {
  Name: "title",
  Price: { id: "pric", type: "number" },
  Ready: { id: "redy", type: "checkbox" },
  Due: { id: "dued", type: "date" },
  Tags: { id: "tags", multi_select: { options: ["a", "b"] } },
};

const items = [
  {
    Name: "one",
    Price: 3,
    Ready: true,
    Due: { start: "2026-03-01", end: "2026-03-05", time_zone: null },
    Tags: ["a", "b"],
  },
  { Name: "two", Price: 1, Due: "2026-02-01T10:00:00.000+02:00", Tags: ["a"] },
  { Name: "three" },
];

/** The value of a rollup of one page that points at items. */
async function rollup(name: string, property: string, rows: Record<string, unknown>[] = items) {
  const [local] = emptySeed.workspaces;
  const relation = { id: "item", relation: { data_source_id: ITEMS, single_property: {} } };
  const config = { function: name, relation_property_id: "item", rollup_property_id: property };
  const orders = {
    id: ORDERS,
    title: "Orders",
    properties: { Name: "title", Items: relation, Sum: { rollup: config } },
    rows: [{ id: ORDER, properties: { Name: "First", Items: rows.map((_, index) => itemId(index)) } }],
  };
  const itemRows = rows.map((properties, index) => ({ id: itemId(index), properties }));
  const objects = [
    {
      object: "database" as const,
      title: "Shop",
      data_sources: [orders, { id: ITEMS, title: "Items", properties: itemProperties, rows: itemRows }],
    },
  ];
  const server = await startServer({ workspaces: [{ name: "Local", ...local, objects }] });
  const { body } = await server.call("GET", `/v1/pages/${ORDER}`);
  return body.properties.Sum.rollup;
}

describe("shape", () => {
  test("a rollup says its function", async () => {
    expect(await rollup("count", "title")).toEqual({ type: "number", number: 3, function: "count" });
  });

  test("a list has the values without their ids", async () => {
    expect(await rollup("show_original", "pric")).toEqual({
      type: "array",
      array: [
        { type: "number", number: 3 },
        { type: "number", number: 1 },
        { type: "number", number: null },
      ],
      function: "show_original",
    });
  });

  test("of unique values the list has all", async () => {
    const rows = [{ Price: 3 }, { Price: 3 }];
    expect(await rollup("show_unique", "pric", rows)).toEqual({
      type: "array",
      array: [
        { type: "number", number: 3 },
        { type: "number", number: 3 },
      ],
      function: "show_unique",
    });
  });

  test.each(["count_per_group", "percent_per_group"])("%s is not computed", async (name) => {
    expect(await rollup(name, "pric")).toEqual({ type: "unsupported", unsupported: {}, function: name });
  });
});

describe("behaviour", () => {
  test.each([
    ["count_values", "tags", 3],
    ["count_values", "pric", 2],
    ["empty", "pric", 1],
    ["not_empty", "dued", 2],
    ["percent_empty", "tags", 1 / 3],
    ["percent_not_empty", "tags", 2 / 3],
    ["sum", "pric", 4],
    ["average", "pric", 2],
    ["min", "pric", 1],
    ["max", "pric", 3],
    ["range", "pric", 2],
    ["unique", "tags", 2],
    ["unique", "title", 3],
    ["unique", "pric", 2],
    ["median", "pric", 2],
    ["checked", "redy", 1],
    ["unchecked", "redy", 2],
    ["percent_checked", "redy", 1 / 3],
    ["percent_unchecked", "redy", 2 / 3],
  ])("%s of %s", async (name, property, number) => {
    expect(await rollup(name, property)).toMatchObject({ type: "number", number });
  });

  test.each([
    ["earliest_date", { start: "2026-02-01T10:00:00.000+02:00", end: null, time_zone: null }],
    ["latest_date", { start: "2026-03-05", end: null, time_zone: null }],
    ["date_range", { start: "2026-02-01T10:00:00.000+02:00", end: "2026-03-05", time_zone: null }],
    ["min", { start: "2026-02-01T10:00:00.000+02:00", end: null, time_zone: null }],
    ["max", { start: "2026-03-05", end: null, time_zone: null }],
  ])("%s of dates", async (name, date) => {
    expect(await rollup(name, "dued")).toMatchObject({ type: "date", date });
  });

  test("of no pages there is a sum, but no average, share or date", async () => {
    expect(await rollup("sum", "pric", [])).toMatchObject({ number: 0 });
    expect(await rollup("average", "pric", [])).toMatchObject({ number: null });
    expect(await rollup("median", "pric", [])).toMatchObject({ number: null });
    expect(await rollup("percent_checked", "redy", [])).toMatchObject({ number: null });
    expect(await rollup("latest_date", "dued", [])).toMatchObject({ date: null });
  });

  test("only the first 25 pages count", async () => {
    const rows = Array.from({ length: 27 }, (_, index) => ({ Name: `${index}`, Price: 1 }));
    expect(await rollup("sum", "pric", rows)).toMatchObject({ number: 25 });
  });
});

describe("rollups of rollups", () => {
  /** A page whose rollup sums up one of the page that it points at, which may be itself. */
  async function circle(property: object) {
    const [local] = emptySeed.workspaces;
    const relation = { id: "self", relation: { data_source_id: ORDERS, single_property: {} } };
    const dataSource = {
      id: ORDERS,
      title: "Orders",
      properties: { Name: "title", Price: { id: "pric", type: "number" }, Self: relation, ...property },
      rows: [{ id: ORDER, properties: { Name: "First", Price: 2, Self: [ORDER] } }],
    };
    const objects = [{ object: "database" as const, title: "Shop", data_sources: [dataSource] }];
    const server = await startServer({ workspaces: [{ name: "Local", ...local, objects }] });
    const { body } = await server.call("GET", `/v1/pages/${ORDER}`);
    return body.properties;
  }
  const over = (id: string, rollup_property_id: string, name = "sum") => ({
    id,
    rollup: { function: name, relation_property_id: "self", rollup_property_id },
  });

  test("are computed", async () => {
    const properties = await circle({ One: over("one1", "pric"), Two: over("two2", "one1") });
    expect(properties.Two.rollup).toEqual({ type: "number", number: 2, function: "sum" });
  });

  test("and listed as what they come to", async () => {
    const two = over("two2", "one1", "show_original");
    const properties = await circle({ One: over("one1", "pric", "show_original"), Two: two });
    expect(properties.Two.rollup.array).toEqual([{ type: "number", number: 2 }]);
  });

  test("in a circle end", async () => {
    const properties = await circle({ One: over("one1", "one1", "show_original") });
    expect(properties.One.rollup).toMatchObject({ type: "unsupported" });
  });
});
