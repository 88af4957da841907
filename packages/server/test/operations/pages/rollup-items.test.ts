import { describe, expect, test } from "vitest";
import { startWithPage, textAnswer } from "./workspace.ts";

/** One customer who bought 30 items, and rollups over them. */
async function startShop(rollups: Record<string, { function: string; rollup_property_name: string }>) {
  const fixture = await startWithPage();
  const items = await fixture.addSource({ Price: { number: {} } });
  const relation = { data_source_id: items.id, single_property: {} };
  const customers = await fixture.addSource({ Bought: { relation } });
  const properties = Object.entries(rollups).map(([name, rollup]) => [
    name,
    { rollup: { relation_property_name: "Bought", ...rollup } },
  ]);
  await fixture.call("PATCH", `/v1/data_sources/${customers.id}`, {
    properties: Object.fromEntries(properties),
  });
  const ids: string[] = [];
  for (let price = 1; price <= 30; price += 1) {
    ids.push(await fixture.addRow(items.id, `Item ${price}`, { Price: { number: price } }));
  }
  const eve = await fixture.addRow(customers.id, "Eve", {
    Bought: { relation: ids.map((id) => ({ id })) },
  });
  const { properties: values } = (await fixture.get(eve)).body;
  return {
    ids,
    relationId: values.Bought.id as string,
    /** The items of a rollup, without the id of the exchange. */
    items: async (name: string, query = "") => {
      const { request_id: _, ...list } = (await fixture.item(eve, values[name].id, query)).body;
      return list;
    },
    value: (name: string) => values[name].rollup,
  };
}

const total = { function: "sum", rollup_property_name: "Price" };

describe("shape", () => {
  test("a computed rollup lists the related pages, and comes to a value with the last of them", async () => {
    const { items, ids, relationId } = await startShop({ Total: total });
    const first = await items("Total", "?page_size=20");
    expect(first.results).toEqual(
      ids.slice(0, 20).map((id) => ({
        object: "property_item",
        type: "relation",
        id: relationId,
        relation: { id },
      })),
    );
    expect(first.property_item).toMatchObject({
      type: "rollup",
      rollup: { type: "incomplete", incomplete: {}, function: "sum" },
    });
    const second = await items("Total", `?page_size=20&start_cursor=${first.next_cursor}`);
    expect(second.results).toHaveLength(10);
    expect(second.property_item).toMatchObject({
      next_url: null,
      type: "rollup",
      rollup: { type: "number", number: 465, function: "sum" },
    });
  });

  test("one that shows the originals lists their values", async () => {
    const { items } = await startShop({ Names: { function: "show_original", rollup_property_name: "Name" } });
    const { results, property_item, has_more } = await items("Names", "?page_size=2");
    expect(results).toEqual([
      { object: "property_item", type: "title", id: "title", title: textAnswer("Item 1")[0] },
      { object: "property_item", type: "title", id: "title", title: textAnswer("Item 2")[0] },
    ]);
    expect(has_more).toBe(true);
    expect(property_item.rollup).toEqual({ type: "array", array: [], function: "show_original" });
  });
});

describe("validation", () => {
  test("the functions that only the app computes are unsupported", async () => {
    const { items } = await startShop({ Middle: { ...total, function: "median" } });
    expect((await items("Middle")).property_item.rollup).toEqual({
      type: "unsupported",
      unsupported: {},
      function: "median",
    });
  });
});

describe("behaviour", () => {
  test("a page sees 25 related pages, the endpoint all of them", async () => {
    const { items, value } = await startShop({ Total: total });
    expect(value("Total")).toEqual({ type: "number", number: 325, function: "sum" });
    expect((await items("Total")).property_item.rollup.number).toBe(465);
  });
});
