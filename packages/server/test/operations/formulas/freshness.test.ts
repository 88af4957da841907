import { describe, expect, test } from "vitest";
import { text } from "../data-sources/workspace.ts";
import { type Shop, startShop } from "./shop.ts";

const sum = { Sum: 'prop("Items").map(current.prop("Price")).sum()' };

/** The names of the orders whose formula `Sum` is some number: by the column, and as each of them is answered. */
async function ordersOf(shop: Shop, number: number): Promise<string[]> {
  const { body } = await shop.call("POST", `/v1/data_sources/${shop.orders}/query`, {});
  const shown = body.results.filter((row: Result) => row.properties.Sum.formula.number === number);
  const found = await shop.names({ filter: { property: "Sum", formula: { number: { equals: number } } } });
  expect(shown.map((row: Result) => row.properties.Name.title[0]?.plain_text)).toEqual(found);
  return found;
}

interface Result {
  properties: { Sum: { formula: { number: number } }; Name: { title: { plain_text: string }[] } };
}

describe("what a formula reads", () => {
  test("a value of the row", async () => {
    const shop = await startShop();
    await shop.formulas({ Sum: 'prop("Count") + 1' });
    const page = await shop.order("a", [], { Count: { number: 1 } });
    expect(await ordersOf(shop, 2)).toEqual(["a"]);
    await shop.write(page, { Count: { number: 4 } });
    expect(await ordersOf(shop, 2)).toEqual([]);
    expect(await ordersOf(shop, 5)).toEqual(["a"]);
  });

  test("a formula of the row", async () => {
    const shop = await startShop();
    await shop.formulas({ Half: 'prop("Count") / 2', Sum: 'prop("Half") + 1' });
    const page = await shop.order("a", [], { Count: { number: 2 } });
    await shop.write(page, { Count: { number: 6 } });
    expect(await ordersOf(shop, 4)).toEqual(["a"]);
  });

  test("a value of a related row", async () => {
    const shop = await startShop();
    await shop.formulas(sum);
    const [x, y] = [await shop.item("x", 1), await shop.item("y", 2)];
    await shop.order("a", [x, y]);
    await shop.order("b", [y]);
    expect(await ordersOf(shop, 3)).toEqual(["a"]);
    await shop.write(y, { Price: { number: 5 } });
    expect(await ordersOf(shop, 6)).toEqual(["a"]);
    expect(await ordersOf(shop, 5)).toEqual(["b"]);
  });

  test("the title of a related row, as text", async () => {
    const shop = await startShop();
    await shop.formulas({ Sum: 'format(prop("Items")).length()' });
    const x = await shop.item("x");
    await shop.order("a", [x]);
    await shop.write(x, { Name: { title: text("long") } });
    expect(await ordersOf(shop, 4)).toEqual(["a"]);
  });

  test("rows two relations away", async () => {
    const shop = await startShop();
    const { source: farms } = await shop.createDatabase({ Name: { title: {} }, Area: { number: {} } });
    await shop.change(shop.items, { Farm: { relation: { data_source_id: farms, single_property: {} } } });
    await shop.formulas({
      Sum: 'prop("Items").map(current.prop("Farm").first().prop("Area")).sum()',
    });
    const farm = await shop.addRow(farms, { Area: { number: 3 } });
    const x = await shop.item("x", 1, { Farm: { relation: [{ id: farm }] } });
    await shop.order("a", [x]);
    expect(await ordersOf(shop, 3)).toEqual(["a"]);
    await shop.write(farm, { Area: { number: 8 } });
    expect(await ordersOf(shop, 8)).toEqual(["a"]);
    await shop.write(x, { Farm: { relation: [] } });
    expect(await ordersOf(shop, 0)).toEqual(["a"]);
  });

  test("a rollup of a formula of other rows", async () => {
    const shop = await startShop();
    await shop.change(shop.items, { Gross: { formula: { expression: 'prop("Price") * 2' } } });
    const rollup = { relation_property_name: "Items", rollup_property_name: "Gross", function: "sum" };
    await shop.change(shop.orders, { Total: { rollup } });
    await shop.formulas({ Sum: 'prop("Total") + 1' });
    const x = await shop.item("x", 1);
    await shop.order("a", [x]);
    await shop.write(x, { Price: { number: 4 } });
    expect(await ordersOf(shop, 9)).toEqual(["a"]);
    await shop.change(shop.items, { Gross: { formula: { expression: 'prop("Price") * 3' } } });
    expect(await ordersOf(shop, 13)).toEqual(["a"]);
    await shop.change(shop.orders, { Total: { rollup: { ...rollup, function: "count" } } });
    expect(await ordersOf(shop, 2)).toEqual(["a"]);
  });
});

describe("relations", () => {
  test("written on either side", async () => {
    const shop = await startShop();
    await shop.formulas(sum);
    const x = await shop.item("x", 7);
    const page = await shop.order("a");
    await shop.write(x, { Orders: { relation: [{ id: page }] } });
    expect(await ordersOf(shop, 7)).toEqual(["a"]);
    await shop.write(page, { Items: { relation: [] } });
    expect(await ordersOf(shop, 0)).toEqual(["a"]);
    await shop.item("y", 4, { Orders: { relation: [{ id: page }] } });
    expect(await ordersOf(shop, 4)).toEqual(["a"]);
  });

  test("to rows that are trashed and restored", async () => {
    const shop = await startShop();
    await shop.formulas(sum);
    const x = await shop.item("x", 7);
    await shop.order("a", [x]);
    await shop.call("PATCH", `/v1/pages/${x}`, { in_trash: true });
    expect(await ordersOf(shop, 0)).toEqual(["a"]);
    await shop.call("PATCH", `/v1/pages/${x}`, { in_trash: false });
    expect(await ordersOf(shop, 7)).toEqual(["a"]);
    await shop.call("DELETE", `/v1/blocks/${x}`);
    expect(await ordersOf(shop, 0)).toEqual(["a"]);
  });

  test("to rows that move away", async () => {
    const shop = await startShop();
    await shop.formulas(sum);
    const x = await shop.item("x", 7);
    const page = await shop.order("a", [x]);
    await shop.call("POST", `/v1/pages/${x}/move`, { parent: { type: "page_id", page_id: page } });
    expect(await ordersOf(shop, 0)).toEqual(["a"]);
  });

  test("to a data source that is in the trash", async () => {
    const shop = await startShop();
    await shop.formulas(sum);
    await shop.order("a", [await shop.item("x", 7)]);
    await shop.update(shop.items, { in_trash: true });
    expect(await ordersOf(shop, 0)).toEqual(["a"]);
    await shop.update(shop.items, { in_trash: false });
    expect(await ordersOf(shop, 7)).toEqual(["a"]);
  });

  test("that are removed, and formulas that are made after the rows", async () => {
    const shop = await startShop();
    await shop.order("a", [await shop.item("x", 7)]);
    await shop.formulas(sum);
    expect(await ordersOf(shop, 7)).toEqual(["a"]);
    await shop.change(shop.orders, { Items: null });
    await expect(ordersOf(shop, 7)).rejects.toThrow("Unable to filter based on a formula of unknown type");
  });
});

describe("schemas", () => {
  test("an option gets another name", async () => {
    const shop = await startShop();
    await shop.formulas({ Sum: 'prop("Items").first().prop("Kind").length()' });
    await shop.order("a", [await shop.item("x", 1, { Kind: { select: { name: "Leaf" } } })]);
    expect(await ordersOf(shop, 4)).toEqual(["a"]);
    const { options } = (await shop.get(shop.items)).body.properties.Kind.select;
    const renamed = options.map(({ id, name }: { id: string; name: string }) => ({
      id,
      name: name === "Leaf" ? "Tea leaf" : name,
    }));
    await shop.change(shop.items, { Kind: { select: { options: renamed } } });
    expect(await ordersOf(shop, 8)).toEqual(["a"]);
  });

  test("values are converted, and the property comes back", async () => {
    const shop = await startShop();
    await shop.formulas(sum);
    await shop.order("a", [await shop.item("x", 7)]);
    await shop.change(shop.items, { Price: { rich_text: {} } });
    await expect(ordersOf(shop, 7)).rejects.toThrow("Unable to filter based on a formula of unknown type");
    await shop.change(shop.items, { Price: { number: {} } });
    expect(await ordersOf(shop, 7)).toEqual(["a"]);
  });

  test("a column that another type needs is empty at first", async () => {
    const shop = await startShop();
    await shop.formulas({ Sum: '"7"' });
    await shop.order("a", [], { Count: { number: 6 } });
    await shop.formulas({ Sum: 'prop("Count") + 1' });
    await shop.change(shop.orders, { Note: { rich_text: {} } });
    expect(await ordersOf(shop, 7)).toEqual(["a"]);
    expect(await shop.names({ filter: { property: "Note", rich_text: { is_empty: true } } })).toEqual(["a"]);
  });
});
