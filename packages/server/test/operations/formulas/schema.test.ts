import { describe, expect, test } from "vitest";
import { refusal, refused, startWithPages, WORKSPACE } from "../data-sources/workspace.ts";
import { startShop } from "./shop.ts";

const TITLE = { Name: { title: {} } };
const formula = (expression: string) => ({ formula: { expression } });
const parseError = refused("Parse error with formula");
const typeError = refused("Type error with formula");

describe("shape", () => {
  test("a formula comes back as the API writes it: by ids, with brackets around what is inside", async () => {
    const { createDatabase, get } = await startWithPages();
    const { source } = await createDatabase({
      ...TITLE,
      Price: { number: {} },
      Sum: formula('/* each */ prop("Price")*2+length( prop("Name") )'),
    });
    const { Price, Sum } = (await get(source)).body.properties;
    const reference = (id: string) => `{{notion:block_property:${id}:${source}:${WORKSPACE}}}`;
    expect(Sum).toEqual({
      id: Sum.id,
      name: "Sum",
      description: null,
      type: "formula",
      formula: { expression: `(${reference(Price.id)} * 2) + length(${reference("title")})` },
    });
  });

  test("properties of related pages name their data source", async () => {
    const { formulas, get, items, orders } = await startShop();
    expect(await formulas({ First: 'prop("Items").first().prop("Price")' })).toBe("made");
    const { First, Items } = (await get(orders)).body.properties;
    const { Price } = (await get(items)).body.properties;
    const reference = (id: string, source: string) =>
      `{{notion:block_property:${id}:${source}:${WORKSPACE}}}`;
    expect(First.formula.expression).toBe(
      `${reference(Items.id, orders)}.first().${reference(Price.id, items)}`,
    );
  });

  test("what was read can be sent back", async () => {
    const { formulas, get, change, orders } = await startShop();
    await formulas({ Sum: 'prop("Items").map(current.prop("Price")).sum()' });
    const { expression } = (await get(orders)).body.properties.Sum.formula;
    const { body } = await change(orders, { Sum: formula(expression) });
    expect(body.properties.Sum.formula.expression).toBe(expression);
  });
});

describe("validation", () => {
  test.each([
    ["", parseError],
    ["1 +", parseError],
    ["ifs(true, 1,)", parseError],
    ['prop("Count', parseError],
    ['prop("Nothing")', typeError],
    ["nothing(1)", typeError],
    ["if(true, 1)", typeError],
    ['prop("Count") * "2"', typeError],
    ['prop("Items").map(current.prop("Count"))', typeError],
  ])("%s", async (expression, expected) => {
    const { formulas, get, orders } = await startShop();
    expect(await formulas({ Wrong: expression })).toEqual(expected);
    expect((await get(orders)).body.properties).not.toHaveProperty("Wrong");
  });

  test("of itself", async () => {
    const { formulas } = await startShop();
    expect(await formulas({ Self: 'prop("Self") + 1' })).toEqual(typeError);
  });

  test("in a circle of one request", async () => {
    const { formulas } = await startShop();
    expect(await formulas({ One: 'prop("Other") + 1', Other: 'prop("One") + 1' })).toEqual(typeError);
  });

  test("closing a circle, through a relation too", async () => {
    const { formulas, change, items } = await startShop();
    expect(await formulas({ One: 'prop("Count") + 1' })).toBe("made");
    await change(items, { Ordered: formula('prop("Orders").map(current.prop("One"))') });
    expect(await formulas({ One: 'prop("Items").map(current.prop("Ordered")).length()' })).toEqual(typeError);
  });

  test("when a database or a data source is made", async () => {
    const { createDatabase, call } = await startWithPages();
    const { id } = await createDatabase();
    const properties = { ...TITLE, Wrong: formula("1 +") };
    expect(
      refusal(await call("POST", "/v1/data_sources", { parent: { database_id: id }, properties })),
    ).toEqual(parseError);
  });

  test("a value cannot be written", async () => {
    const { formulas, order, call } = await startShop();
    await formulas({ Sum: "1 + 1" });
    const page = await order("a");
    const { status } = await call("PATCH", `/v1/pages/${page}`, {
      properties: { Sum: { formula: { number: 3 } } },
    });
    expect(status).toBe(400);
  });
});

describe("behaviour", () => {
  test("formulas of one request may refer to each other, in any order", async () => {
    const { formulas, order, result } = await startShop();
    expect(await formulas({ Twice: 'prop("Once") * 2', Once: 'prop("Count") + 1' })).toBe("made");
    expect(await result(await order("a", [], { Count: { number: 4 } }), "Twice")).toBe(10);
  });

  test("renaming a property changes nothing", async () => {
    const { formulas, change, get, order, orders, result } = await startShop();
    await formulas({ Twice: 'prop("Count") * 2' });
    const page = await order("a", [], { Count: { number: 4 } });
    const before = (await get(orders)).body.properties.Twice;
    await change(orders, { Count: { name: "Bags" } });
    expect((await get(orders)).body.properties.Twice).toEqual(before);
    expect(await result(page, "Twice")).toBe(8);
  });

  test("without a property that it reads, or with one of another type, a formula is an empty text", async () => {
    const { formulas, change, order, orders, value } = await startShop();
    await formulas({ Twice: 'prop("Count") * 2', Late: 'prop("Due") < now()' });
    const page = await order("a", [], { Count: { number: 4 } });
    await change(orders, { Count: { rich_text: {} }, Due: null });
    expect(await value(page, "Twice")).toEqual({ type: "string", string: null });
    expect(await value(page, "Late")).toEqual({ type: "string", string: null });
    await change(orders, { Count: { number: {} } });
    expect(await value(page, "Twice")).toEqual({ type: "number", number: 8 });
  });

  test("a changed formula has another value, and may have another type", async () => {
    const { formulas, order, value } = await startShop();
    await formulas({ Note: 'prop("Count") * 2' });
    const page = await order("a", [], { Count: { number: 4 } });
    await formulas({ Note: 'prop("Name") + "!"' });
    expect(await value(page, "Note")).toEqual({ type: "string", string: "a!" });
  });

  test("a property may become a formula, and a formula something else", async () => {
    const { formulas, change, order, orders, value } = await startShop();
    const page = await order("a", [], { Count: { number: 4 } });
    expect(await formulas({ Count: 'prop("Name").length()' })).toBe("made");
    expect(await value(page, "Count")).toEqual({ type: "number", number: 1 });
    await change(orders, { Count: { number: {} } });
    expect(await value(page, "Count")).toBeNull();
  });

  test("a new name alone leaves the formula as it is", async () => {
    const { formulas, change, get, orders } = await startShop();
    await formulas({ Twice: 'prop("Count") * 2' });
    const { expression } = (await get(orders)).body.properties.Twice.formula;
    const { body } = await change(orders, { Twice: { name: "Double", formula: {} } });
    expect(body.properties.Double.formula).toEqual({ expression });
  });

  test("what follows from a change elsewhere does not count as an edit of the data source", async () => {
    const { formulas, change, clock, get, items, orders } = await startShop();
    await formulas({ Sum: 'prop("Items").map(current.prop("Price")).sum()' });
    const before = (await get(orders)).body.last_edited_time;
    clock.time = new Date("2026-11-21T00:00:00.000Z");
    await change(items, { Price: { rich_text: {} } });
    expect((await get(orders)).body.last_edited_time).toBe(before);
  });
});
