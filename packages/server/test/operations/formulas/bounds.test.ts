import { expect, test } from "vitest";
import { startWithPages } from "../data-sources/workspace.ts";

const ORDERS = "4d9f5c73-af61-4e8b-940c-517295df3e45";
const ITEMS = "5e0a6d84-b072-4f9c-a51d-628306e04f56";
const ITEM = "8c3b2a74-6e3d-4fa0-9c75-2b7e5d9f4c33";

/** Orders that are all of one item. */
const startWith = (count: number) => {
  const orders = {
    id: ORDERS,
    title: "Orders",
    properties: {
      Name: "title",
      Count: "number",
      Item: { relation: { data_source_id: ITEMS, single_property: {} } },
      Cost: { formula: { expression: 'prop("Item").first().prop("Price")' } },
      Left: { formula: { expression: 'prop("Count") + hour(now())' } },
    },
    rows: Array.from({ length: count }, (_, index) => ({
      properties: { Name: `Order ${index}`, Count: index, Item: [ITEM] },
    })),
  };
  const items = {
    id: ITEMS,
    title: "Items",
    properties: { Name: "title", Price: "number" },
    rows: [{ id: ITEM, properties: { Name: "Guji", Price: 7 } }],
  };
  return startWithPages([{ object: "database", title: "Shop", data_sources: [orders, items] }]);
};

test("where too many rows rest on one, their formula is computed when it is asked for", async () => {
  const { call } = await startWith(5_001);
  const found = async (cost: number) => {
    const filter = { property: "Cost", formula: { number: { equals: cost } } };
    const { body } = await call("POST", `/v1/data_sources/${ORDERS}/query`, { filter, page_size: 1 });
    return body.has_more;
  };
  expect(await found(7)).toBe(true);
  await call("PATCH", `/v1/pages/${ITEM}`, { properties: { Price: { number: 8 } } });
  expect(await found(7)).toBe(false);
  expect(await found(8)).toBe(true);
  await call("PATCH", `/v1/pages/${ITEM}`, { properties: { Price: { number: 9 } } });
  expect(await found(9)).toBe(true);
}, 60_000);

test("what changes with time is computed for the newest 4,000 rows", async () => {
  const { call } = await startWith(4_001);
  const ask = async (less_than: number, more: object = {}) => {
    const filter = { property: "Left", formula: { number: { less_than } } };
    return (await call("POST", `/v1/data_sources/${ORDERS}/query`, { filter, ...more })).body;
  };
  const incomplete = { type: "incomplete", incomplete_reason: "query_result_limit_reached" };
  // It is twelve o'clock, so the oldest order, whose number is 0, would have 12.
  const all = await ask(14);
  expect(
    all.results.map((row: { properties: { Count: { number: number } } }) => row.properties.Count.number),
  ).toEqual([1]);
  expect(all.request_status).toEqual(incomplete);
  const few = {
    and: [
      { property: "Count", number: { less_than: 3 } },
      { property: "Left", formula: { number: { less_than: 14 } } },
    ],
  };
  const complete = await ask(0, { filter: few });
  expect(complete.results).toHaveLength(2);
  expect(complete.request_status).toBeUndefined();
}, 60_000);
