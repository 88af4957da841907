import { describe, expect, test } from "vitest";
import { text } from "../data-sources/workspace.ts";
import { type Shop, startShop } from "../formulas/shop.ts";

const rollup = (property: string, name: string, relation = "Items") => ({
  rollup: { relation_property_name: relation, rollup_property_name: property, function: name },
});

/** A shop whose orders have a rollup `Sum`. */
async function startWith(property: string, name: string, other: { items?: object } = {}): Promise<Shop> {
  const shop = await startShop(other);
  await shop.change(shop.orders, { Sum: rollup(property, name) });
  return shop;
}

const is = (number: number | null) => ({
  filter: { property: "Sum", rollup: { number: number === null ? { is_empty: true } : { equals: number } } },
});

/** The columns of the properties of orders, by their names. */
async function columns({ database, orders }: Shop): Promise<Record<string, string | undefined>> {
  const { document } = await database.read((db) =>
    db.selectFrom("nodes").select("document").where("id", "=", orders).executeTakeFirstOrThrow(),
  );
  const { properties, slots } = JSON.parse(document);
  return Object.fromEntries(
    properties.map(({ id, name }: { id: string; name: string }) => [name, slots[id]]),
  );
}

// That columns hold what would be computed anew is among what `startShop` looks for in the end.
describe("what a rollup reads", () => {
  test("a value of a related row", async () => {
    const shop = await startWith("Price", "sum");
    const [x, y] = [await shop.item("x", 1), await shop.item("y", 2)];
    await shop.order("a", [x, y]);
    await shop.order("b", [y]);
    expect(await shop.names(is(3))).toEqual(["a"]);
    await shop.write(y, { Price: { number: 5 } });
    expect(await shop.names(is(6))).toEqual(["a"]);
    expect(await shop.names(is(5))).toEqual(["b"]);
    expect(await columns(shop)).toMatchObject({ Sum: "n2" });
  });

  test("texts, by which it is sorted", async () => {
    const shop = await startWith("Name", "show_original");
    const [x, y] = [await shop.item("x"), await shop.item("y")];
    await shop.order("a", [y, x]);
    await shop.order("b", [x]);
    await shop.order("c");
    const sorts = [{ property: "Sum", direction: "ascending" }];
    expect(await shop.names({ sorts })).toEqual(["b", "a", "c"]);
    await shop.write(x, { Name: { title: text("z".repeat(300)) } });
    expect(await shop.names({ sorts })).toEqual(["a", "b", "c"]);
  });

  test("formulas of related rows", async () => {
    const shop = await startShop({ items: { Gross: { formula: { expression: 'prop("Price") * 2' } } } });
    await shop.change(shop.orders, { Sum: rollup("Gross", "max") });
    const x = await shop.item("x", 1);
    await shop.order("a", [x]);
    await shop.write(x, { Price: { number: 4 } });
    expect(await shop.names(is(8))).toEqual(["a"]);
    await shop.change(shop.items, { Gross: { formula: { expression: 'prop("Price") * 3' } } });
    expect(await shop.names(is(12))).toEqual(["a"]);
    await shop.change(shop.items, { Gross: { formula: { expression: 'fromTimestamp(prop("Price"))' } } });
    const sorts = [{ property: "Sum", direction: "ascending" }];
    expect(await shop.names({ sorts })).toEqual(["a"]);
    expect(await columns(shop)).toMatchObject({ Sum: "t2" });
  });

  test("rollups of related rows", async () => {
    const shop = await startShop();
    const { source: farms } = await shop.createDatabase({ Name: { title: {} }, Area: { number: {} } });
    await shop.change(shop.items, { Farms: { relation: { data_source_id: farms, single_property: {} } } });
    await shop.change(shop.items, { Areas: rollup("Area", "sum", "Farms") });
    await shop.change(shop.orders, { Sum: rollup("Areas", "sum") });
    const farm = await shop.addRow(farms, { Area: { number: 3 } });
    const x = await shop.item("x", 1, { Farms: { relation: [{ id: farm }] } });
    await shop.order("a", [x]);
    expect(await shop.names(is(3))).toEqual(["a"]);
    await shop.write(farm, { Area: { number: 8 } });
    expect(await shop.names(is(8))).toEqual(["a"]);
    await shop.write(x, { Farms: { relation: [] } });
    expect(await shop.names(is(0))).toEqual(["a"]);
  });

  test("rollups of rows of the same data source", async () => {
    const shop = await startShop();
    await shop.change(shop.orders, {
      Next: { relation: { data_source_id: shop.orders, single_property: {} } },
    });
    await shop.change(shop.orders, { One: rollup("Count", "sum", "Next") });
    await shop.change(shop.orders, { Sum: rollup("One", "sum", "Next") });
    const next = (id: string) => ({ Next: { relation: [{ id }] } });
    const c = await shop.order("c", [], { Count: { number: 3 } });
    const b = await shop.order("b", [], next(c));
    await shop.order("a", [], next(b));
    expect(await shop.names(is(3))).toEqual(["a"]);
    await shop.write(c, { Count: { number: 4 }, ...next(c) });
    expect(await shop.names(is(4))).toEqual(["a", "b", "c"]);
  });
});

describe("relations", () => {
  test("written on either side", async () => {
    const shop = await startWith("Price", "sum");
    const x = await shop.item("x", 7);
    const page = await shop.order("a");
    await shop.write(x, { Orders: { relation: [{ id: page }] } });
    expect(await shop.names(is(7))).toEqual(["a"]);
    await shop.write(page, { Items: { relation: [] } });
    expect(await shop.names(is(0))).toEqual(["a"]);
    await shop.item("y", 4, { Orders: { relation: [{ id: page }] } });
    expect(await shop.names(is(4))).toEqual(["a"]);
  });

  test("to rows that are trashed and restored", async () => {
    const shop = await startWith("Price", "sum");
    const x = await shop.item("x", 7);
    await shop.order("a", [x]);
    await shop.call("PATCH", `/v1/pages/${x}`, { in_trash: true });
    expect(await shop.names(is(0))).toEqual(["a"]);
    await shop.call("PATCH", `/v1/pages/${x}`, { in_trash: false });
    expect(await shop.names(is(7))).toEqual(["a"]);
    await shop.call("DELETE", `/v1/blocks/${x}`);
    expect(await shop.names(is(0))).toEqual(["a"]);
  });

  test("of rows that are changed in the trash", async () => {
    const shop = await startWith("Price", "sum");
    const x = await shop.item("x", 7);
    const page = await shop.order("a", [x]);
    await shop.call("PATCH", `/v1/pages/${page}`, { in_trash: true });
    await shop.write(x, { Price: { number: 9 } });
    await shop.call("PATCH", `/v1/pages/${page}`, { in_trash: false });
    expect(await shop.names(is(9))).toEqual(["a"]);
  });

  test("to rows that move away, and of rows that come", async () => {
    const shop = await startWith("Price", "sum");
    const x = await shop.item("x", 7);
    const page = await shop.order("a", [x]);
    await shop.call("POST", `/v1/pages/${x}/move`, { parent: { type: "page_id", page_id: page } });
    expect(await shop.names(is(0))).toEqual(["a"]);
    const parent = { type: "data_source_id", data_source_id: shop.orders };
    await shop.call("POST", `/v1/pages/${x}/move`, { parent });
    expect(await shop.names(is(0))).toEqual(["a", "x"]);
  });

  test("to a data source that is in the trash", async () => {
    const shop = await startWith("Price", "sum");
    await shop.order("a", [await shop.item("x", 7)]);
    await shop.update(shop.items, { in_trash: true });
    expect(await shop.names(is(7))).toEqual([]);
    expect(await shop.names(is(null))).toEqual(["a"]);
    await shop.update(shop.items, { in_trash: false });
    expect(await shop.names(is(7))).toEqual(["a"]);
  });
});

describe("schemas", () => {
  test("another function, another property, and a relation that is removed", async () => {
    const shop = await startWith("Price", "sum");
    await shop.order("a", [await shop.item("x", 7)]);
    await shop.change(shop.orders, { Sum: rollup("Price", "count") });
    expect(await shop.names(is(1))).toEqual(["a"]);
    await shop.change(shop.orders, { Sum: rollup("Name", "show_original") });
    expect(await shop.names({ sorts: [{ property: "Sum", direction: "ascending" }] })).toEqual(["a"]);
    await shop.change(shop.orders, { Items: null });
    expect(await shop.names(is(null))).toEqual(["a"]);
    expect(await columns(shop)).toMatchObject({ Sum: undefined });
  });

  test("values are converted, and the property comes back", async () => {
    const shop = await startWith("Price", "sum");
    await shop.order("a", [await shop.item("x", 7)]);
    await shop.change(shop.items, { Price: { rich_text: {} } });
    expect(await shop.names(is(7))).toEqual([]);
    await shop.change(shop.items, { Price: { number: {} } });
    expect(await shop.names(is(7))).toEqual(["a"]);
  });

  test("an option of related rows is removed", async () => {
    const shop = await startWith("Kind", "not_empty");
    await shop.order("a", [await shop.item("x", 1, { Kind: { select: { name: "Leaf" } } })]);
    expect(await shop.names(is(1))).toEqual(["a"]);
    await shop.change(shop.items, { Kind: { select: { options: [{ name: "Bean" }] } } });
    expect(await shop.names(is(0))).toEqual(["a"]);
  });

  test("what no column is left for is computed", async () => {
    const shop = await startShop();
    const all = Array.from({ length: 33 }, (_, index) => [`Sum ${index}`, rollup("Price", "sum")]);
    await shop.change(shop.orders, Object.fromEntries(all));
    const x = await shop.item("x", 1);
    await shop.order("a", [x]);
    await shop.write(x, { Price: { number: 2 } });
    const last = { property: "Sum 32", rollup: { number: { equals: 2 } } };
    expect(await columns(shop)).toMatchObject({ "Sum 32": "n*" });
    expect(await shop.names({ filter: last })).toEqual(["a"]);
    expect(await shop.names({ sorts: [{ property: "Sum 32", direction: "ascending" }] })).toEqual(["a"]);
  });
});

test("what the connection may not see of, a rollup has nothing of", async () => {
  const shared = "20000000-0000-4000-8000-000000000002";
  const shop = await startShop();
  const { source: seen } = await shop.createDatabase(
    {
      Name: { title: {} },
      Items: { relation: { data_source_id: shop.items, single_property: {} } },
      Sum: rollup("Price", "sum"),
    },
    { parent: { type: "page_id", page_id: shared } },
  );
  await shop.change(seen, { Sum: rollup("Price", "sum") });
  const x = await shop.item("x", 7);
  const row = await shop.addRow(seen, { Items: { relation: [{ id: x }] } });
  await shop.addRow(seen);
  const ask = async (query: object, token?: string) => {
    const options = token === undefined ? {} : { token };
    const { body } = await shop.call("POST", `/v1/data_sources/${seen}/query`, query, options);
    return body.results.map(({ id }: { id: string }) => id);
  };
  expect(await ask(is(7))).toEqual([row]);
  expect(await ask(is(7), "ntn_narrow")).toEqual([]);
  expect(await ask(is(null), "ntn_narrow")).toHaveLength(2);
  const above = { filter: { property: "Sum", rollup: { number: { greater_than: 0 } } } };
  expect(await ask(above, "ntn_narrow")).toEqual([]);
  // Neither does the order tell.
  const sorted = { sorts: [{ property: "Sum", direction: "descending" }] };
  const [newest] = await ask({});
  expect(await ask(sorted)).toEqual([row, newest]);
  expect(await ask(sorted, "ntn_narrow")).toEqual([newest, row]);
});
