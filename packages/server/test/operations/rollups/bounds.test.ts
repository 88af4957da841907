import { expect, test } from "vitest";
import { brokenComputed } from "../../invariants/computed.ts";
import { readState } from "../../invariants/state.ts";
import { startWithPages } from "../data-sources/workspace.ts";

const ORDERS = "4d9f5c73-af61-4e8b-940c-517295df3e45";
const ITEMS = "5e0a6d84-b072-4f9c-a51d-628306e04f56";
const MONTHS = "6f1b7e95-c183-4fad-b62e-739417f15067";
const item = (index: number): string => `8c3b2a74-6e3d-4fa0-9c75-${String(index).padStart(12, "0")}`;
const ORDER = "9d4c3b85-7f4e-40b1-8d86-3c8f6ea05d44";

const incomplete = { type: "incomplete", incomplete_reason: "query_result_limit_reached" };
const relation = (id: string, data_source_id: string) => ({
  id,
  type: "relation",
  relation: { data_source_id, type: "single_property", single_property: {} },
});
const rollup = (relation_property_id: string, rollup_property_id: string, name: string) => ({
  rollup: { relation_property_id, rollup_property_id, function: name },
});

/** Orders, each of some items, and a month of one of the orders. */
async function startWith(orders: number, items: number, ofOrder: (index: number) => string[]) {
  const fixture = await startWithPages([
    {
      object: "database",
      title: "Shop",
      data_sources: [
        {
          id: ORDERS,
          title: "Orders",
          properties: {
            Name: "title",
            Count: "number",
            Items: relation("item", ITEMS),
            Cost: { id: "cost", type: "rollup", ...rollup("item", "pric", "sum") },
            Edited: rollup("item", "edit", "latest_date"),
            Names: rollup("item", "title", "show_original"),
          },
          rows: Array.from({ length: orders }, (_, index) => ({
            ...(index === 0 && { id: ORDER }),
            properties: { Name: `Order ${index}`, Count: index, Items: ofOrder(index) },
          })),
        },
        {
          id: ITEMS,
          title: "Items",
          properties: {
            Name: "title",
            Price: { id: "pric", type: "number" },
            Edited: { id: "edit", type: "last_edited_time" },
          },
          rows: Array.from({ length: items }, (_, index) => ({
            id: item(index),
            properties: { Name: `Item ${index}`, Price: 7 },
          })),
        },
        {
          id: MONTHS,
          title: "Months",
          properties: {
            Name: "title",
            Orders: relation("ordr", ORDERS),
            Cost: rollup("ordr", "cost", "max"),
          },
          rows: [{ properties: { Name: "May", Orders: [ORDER] } }],
        },
      ],
    },
  ] as never);
  const ask = async (source: string, query: object) =>
    (await fixture.call("POST", `/v1/data_sources/${source}/query`, { page_size: 1, ...query })).body;
  return { ...fixture, ask };
}

const is = (property: string, test: object) => ({ filter: { property, rollup: test } });

test("where too many rows rest on one, their rollup is computed when it is asked for", async () => {
  const { ask, call, database } = await startWith(5_001, 1, () => [item(0)]);
  const found = async (cost: number) => {
    const query = is("Cost", { number: { equals: cost } });
    const months = await ask(MONTHS, query);
    return [(await ask(ORDERS, query)).has_more, months.results.length];
  };
  expect(await found(7)).toEqual([true, 1]);
  for (const number of [8, 9]) {
    await call("PATCH", `/v1/pages/${item(0)}`, { properties: { Price: { number } } });
    expect(await found(number - 1)).toEqual([false, 0]);
    expect(await found(number)).toEqual([true, 1]);
  }
  expect(await database.read(async (db) => brokenComputed(await readState(db)))).toEqual([]);
}, 60_000);

test("where one row rests on too many, its rollup is computed when it is asked for", async () => {
  const { ask, call } = await startWith(1, 10_001, () =>
    Array.from({ length: 10_001 }, (_, index) => item(index)),
  );
  await call("PATCH", `/v1/pages/${item(3)}`, { properties: { Price: { number: 8 } } });
  const cost = is("Cost", { number: { equals: 70_008 } });
  expect((await ask(ORDERS, cost)).results).toHaveLength(1);
  expect((await ask(MONTHS, cost)).results).toHaveLength(1);
}, 60_000);

test("no more than 20,000 related pages are looked at", async () => {
  const all = Array.from({ length: 10_001 }, (_, index) => item(index));
  const { ask, call } = await startWith(2, 10_001, () => all);
  await call("PATCH", `/v1/pages/${item(3)}`, { properties: { Price: { number: 8 } } });
  const every = { property: "Names", rollup: { every: { rich_text: { starts_with: "item" } } } };
  const two = await ask(ORDERS, { filter: every, page_size: 2 });
  expect(two.results).toHaveLength(1);
  expect(two.request_status).toEqual(incomplete);
  const first = { property: "Count", number: { equals: 0 } };
  const one = await ask(ORDERS, { filter: { and: [every, first] } });
  expect(one.results).toHaveLength(1);
  expect(one.request_status).toBeUndefined();
}, 60_000);

test("what is not kept is looked for in the newest 4,000 rows", async () => {
  const { ask } = await startWith(4_001, 1, (index) => (index === 0 ? [item(0)] : []));
  const edited = { property: "Edited", rollup: { date: { is_not_empty: true } } };
  const any = { property: "Names", rollup: { any: { rich_text: { equals: "Item 0" } } } };
  const never = { property: "Count", number: { less_than: 0 } };
  for (const filter of [edited, { or: [any, never] }]) {
    const all = await ask(ORDERS, { filter });
    expect(all.results).toEqual([]);
    expect(all.request_status).toEqual(incomplete);
    const few = { property: "Count", number: { less_than: 3 } };
    const { results, request_status } = await ask(ORDERS, { filter: { and: [few, filter] } });
    expect(results).toHaveLength(1);
    expect(request_status).toBeUndefined();
  }
  // Of one item all orders are found.
  const { results, request_status } = await ask(ORDERS, { filter: any });
  expect(results.map(({ id }: { id: string }) => id)).toEqual([ORDER]);
  expect(request_status).toBeUndefined();
  const none = { property: "Names", rollup: { any: { rich_text: { equals: "Item 1" } } } };
  expect(await ask(ORDERS, { filter: { and: [none, edited] } })).toMatchObject({ results: [] });
  for (const property of ["Edited", "Items"]) {
    const sorted = await ask(ORDERS, { sorts: [{ property, direction: "descending" }], page_size: 100 });
    expect(sorted.results).toHaveLength(100);
    expect(sorted.results.map(({ id }: { id: string }) => id)).not.toContain(ORDER);
  }
}, 60_000);
