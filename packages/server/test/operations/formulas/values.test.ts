import { describe, expect, test } from "vitest";
import { startWithPages, text, WORKSPACE } from "../data-sources/workspace.ts";
import { startShop } from "./shop.ts";

describe("shape", () => {
  const due = { start: "2026-12-24", end: null, time_zone: null };
  test.each([
    ['prop("Count") * 2', { type: "number", number: 8 }],
    ['prop("Name") + "!"', { type: "string", string: "a!" }],
    ['prop("Paid")', { type: "boolean", boolean: true }],
    ['prop("Due")', { type: "date", date: due }],
    ['prop("Due").dateAdd(1, "days")', { type: "date", date: { ...due, start: "2026-12-25" } }],
    ['prop("Items")', { type: "string", string: "Guji,Sencha" }],
    ['prop("Items").map(current.prop("Price"))', { type: "string", string: "19,7" }],
    ['prop("Items").map(current.prop("Kind")).unique().length()', { type: "number", number: 2 }],
    ["empty(1)", { type: "boolean", boolean: false }],
    ['if(prop("Paid"), 1, "no")', { type: "number", number: 1 }],
    ["now()", { type: "date", date: { start: "2026-11-20T12:34:00.000+00:00", end: null, time_zone: null } }],
    ["today()", { type: "date", date: { start: "2026-11-20", end: null, time_zone: null } }],
    ["thisPage", { type: "string", string: "a" }],
  ])("%s", async (expression, expected) => {
    const { formulas, item, order, value } = await startShop();
    await formulas({ Result: expression });
    const guji = await item("Guji", 19, { Kind: { select: { name: "Bean" } } });
    const sencha = await item("Sencha", 7, { Kind: { select: { name: "Leaf" } } });
    const values = { Count: { number: 4 }, Paid: { checkbox: true }, Due: { date: { start: "2026-12-24" } } };
    const page = await order("a", [guji, sencha], values);
    expect(await value(page, "Result")).toEqual(expected);
  });

  test.each([
    ['prop("Due").year()', { type: "number", number: null }],
    ['prop("Count") * 2', { type: "number", number: 0 }],
    ['prop("Name")', { type: "string", string: null }],
    ['prop("Due")', { type: "date", date: null }],
    ['prop("Items")', { type: "string", string: null }],
    ['prop("Paid")', { type: "boolean", boolean: false }],
  ])("%s of nothing", async (expression, expected) => {
    const { addRow, formulas, orders, value } = await startShop();
    await formulas({ Result: expression });
    expect(await value(await addRow(orders), "Result")).toEqual(expected);
  });

  test("an item of a property", async () => {
    const { call, formulas, get, order, orders } = await startShop();
    await formulas({ Twice: 'prop("Count") * 2' });
    const page = await order("a", [], { Count: { number: 4 } });
    const { id } = (await get(orders)).body.properties.Twice;
    const { body } = await call("GET", `/v1/pages/${page}/properties/${id}`);
    expect(body).toEqual({
      object: "property_item",
      type: "formula",
      id,
      formula: { type: "number", number: 8 },
      request_id: body.request_id,
    });
  });

  test("in what making and changing a page answers, and in search", async () => {
    const { call, formulas, orders } = await startShop();
    await formulas({ Twice: 'prop("Count") * 2' });
    const { body: made } = await call("POST", "/v1/pages", {
      parent: { data_source_id: orders },
      properties: { Name: { title: text("Findable") }, Count: { number: 4 } },
    });
    expect(made.properties.Twice.formula).toEqual({ type: "number", number: 8 });
    const { body: changed } = await call("PATCH", `/v1/pages/${made.id}`, {
      properties: { Count: { number: 5 } },
    });
    expect(changed.properties.Twice.formula).toEqual({ type: "number", number: 10 });
    const { body: found } = await call("POST", "/v1/search", { query: "Findable" });
    expect(found.results[0].properties.Twice.formula).toEqual({ type: "number", number: 10 });
  });
});

describe("behaviour", () => {
  test("the clock of the server counts", async () => {
    const { clock, formulas, order, result } = await startShop();
    await formulas({ Left: 'dateBetween(prop("Due"), now(), "days")' });
    const page = await order("a", [], { Due: { date: { start: "2026-11-30T12:34:00Z" } } });
    expect(await result(page, "Left")).toBe(10);
    clock.time = new Date("2026-11-29T12:34:00.000Z");
    expect(await result(page, "Left")).toBe(1);
  });

  test("of a relation the first 25 pages count", async () => {
    const { formulas, item, order, result } = await startShop();
    await formulas({ Sum: 'prop("Items").map(current.prop("Price")).sum()' });
    const items = [];
    for (let index = 0; index < 27; index += 1) items.push(await item(`i${index}`, 1));
    expect(await result(await order("a", items), "Sum")).toBe(25);
  });

  test("a formula of a formula of pages sees the pages", async () => {
    const { formulas, item, order, result } = await startShop();
    await formulas({
      Dear: 'prop("Items").filter(current.prop("Price") > 10)',
      Amount: 'prop("Dear").map(current.prop("Price")).sum()',
    });
    expect(await result(await order("a", [await item("x", 19), await item("y", 7)]), "Amount")).toBe(19);
  });

  test("a rollup sums up formulas, a formula goes on with the rollup", async () => {
    const { change, formulas, item, items, order, orders, value } = await startShop();
    await change(items, { Gross: { formula: { expression: 'prop("Price") * 1.5' } } });
    const rollup = (name: string) => ({
      rollup: { relation_property_name: "Items", rollup_property_name: "Gross", function: name },
    });
    await change(orders, { Total: rollup("sum"), All: rollup("show_original") });
    await formulas({ Rounded: 'round(prop("Total"))', Most: 'prop("All").max()' });
    const page = await order("a", [await item("x", 2), await item("y", 5)]);
    expect(await value(page, "Total")).toEqual({ type: "number", number: 10.5, function: "sum" });
    expect(await value(page, "All")).toEqual({
      type: "array",
      array: [
        { type: "formula", formula: { type: "number", number: 3 } },
        { type: "formula", formula: { type: "number", number: 7.5 } },
      ],
      function: "show_original",
    });
    expect(await value(page, "Rounded")).toEqual({ type: "number", number: 11 });
    expect(await value(page, "Most")).toEqual({ type: "number", number: 7.5 });
  });

  test("of a rollup that lists, each value is a value, also of one that lists each once", async () => {
    const { change, formulas, item, order, orders, result } = await startShop({
      items: { Parts: { formula: { expression: 'split(prop("Name"), "-")' } } },
    });
    const rollup = (property: string, name: string) => ({
      rollup: { relation_property_name: "Items", rollup_property_name: property, function: name },
    });
    await change(orders, { All: rollup("Parts", "show_original"), Each: rollup("Parts", "show_unique") });
    await formulas({ InAll: 'prop("All").length()', InEach: 'prop("Each").length()' });
    const page = await order("a", [await item("x-y"), await item("z")]);
    expect(await result(page, "InAll")).toBe(3);
    expect(await result(page, "InEach")).toBe(3);
  });

  test("the least and the greatest of dates are dates", async () => {
    const { change, formulas, item, items, names, order, orders, result } = await startShop();
    await change(items, { Due: { date: {} } });
    await change(orders, {
      Last: { rollup: { relation_property_name: "Items", rollup_property_name: "Due", function: "max" } },
    });
    expect(await formulas({ Later: 'dateAdd(prop("Last"), 1, "days")' })).toBe("made");
    const due = (start: string) => ({ Due: { date: { start } } });
    const related = [await item("x", 1, due("2026-03-01")), await item("y", 1, due("2026-03-04"))];
    const page = await order("a", related);
    const empty = await order("b");
    expect(await result(page, "Later")).toEqual({ start: "2026-03-05", end: null, time_zone: null });
    expect(await result(empty, "Later")).toBe(null);
    const later = (date: object) => ({ filter: { property: "Later", formula: { date } } });
    expect(await names(later({ equals: "2026-03-05" }))).toEqual(["a"]);
    expect(await names(later({ is_empty: true }))).toEqual(["b"]);
  });

  test("a date after the year 9999 is none", async () => {
    const { formulas, order, result } = await startShop();
    await formulas({ Next: 'dateAdd(prop("Due"), 1, "days")' });
    const page = await order("a", [], { Due: { date: { start: "9999-12-31" } } });
    expect(await result(page, "Next")).toBe(null);
  });

  test("formulas rest on others fifteen deep, and no deeper", async () => {
    const { formulas, order, result } = await startShop();
    const chain = Array.from({ length: 16 }, (_, index) => [
      `F${index + 1}`,
      index === 0 ? 'prop("Count")' : `prop("F${index}") + 1`,
    ]);
    expect(await formulas(Object.fromEntries(chain))).toBe("made");
    const page = await order("a", [], { Count: { number: 100 } });
    expect(await result(page, "F15")).toBe(114);
    // The first is too deep to have a value, and an empty one counts as 0.
    expect(await result(page, "F16")).toBe(15);
  });

  test("rollups in a circle end, three deep", async () => {
    const { change, item, items, order, orders, value } = await startShop();
    const rollup = (relation: string, property: string) => ({
      rollup: { relation_property_name: relation, rollup_property_name: property, function: "sum" },
    });
    await change(orders, { Total: rollup("Items", "Price") });
    await change(items, { Total: rollup("Orders", "Total") });
    await change(orders, { Total: rollup("Items", "Total") });
    const page = await order("a", [await item("x", 2)]);
    expect(await value(page, "Total")).toEqual({ type: "number", number: 0, function: "sum" });
  });

  test("what the connection may not see of, a formula sees nothing of", async () => {
    const { call, createDatabase, change, addRow, item, items } = await startShop();
    const shared = "20000000-0000-4000-8000-000000000002";
    const { source } = await createDatabase(
      { Name: { title: {} }, Items: { relation: { data_source_id: items, single_property: {} } } },
      { parent: { type: "page_id", page_id: shared } },
    );
    await change(source, {
      Names: { formula: { expression: 'prop("Items").map(current.prop("Name")).join("+")' } },
    });
    const page = await addRow(source, { Items: { relation: [{ id: await item("Guji", 3) }] } });
    const namesFor = async (token: string) =>
      (await call("GET", `/v1/pages/${page}`, undefined, { token })).body.properties.Names.formula.string;
    expect(await namesFor("ntn_local_dev")).toBe("Guji");
    expect(await namesFor("ntn_narrow")).toBe("");
    const queryFor = async (token: string) => {
      const filter = { property: "Names", formula: { string: { equals: "Guji" } } };
      return (await call("POST", `/v1/data_sources/${source}/query`, { filter }, { token })).body.results
        .length;
    };
    expect(await queryFor("ntn_local_dev")).toBe(1);
    expect(await queryFor("ntn_narrow")).toBe(0);
  });

  test("seeds have formulas by names or as the API writes them; what makes no sense stays", async () => {
    const beans = "4d9f5c73-af61-4e8b-940c-517295df3e45";
    const odd = `={{notion:block_property:pric:${beans}:${WORKSPACE}}}* 2`;
    const properties = {
      Name: "title",
      Price: { id: "pric", type: "number" },
      Twice: { formula: { expression: 'prop("Price")*2' } },
      Odd: { formula: { expression: odd } },
    };
    const rows = [{ properties: { Name: "Guji", Price: 4 } }];
    const dataSource = { id: beans, title: "Beans", properties, rows };
    const { call, get } = await startWithPages([
      { object: "database", title: "Beans", data_sources: [dataSource] },
    ]);
    const { Twice, Odd } = (await get(beans)).body.properties;
    expect(Twice.formula.expression).toBe(`{{notion:block_property:pric:${beans}:${WORKSPACE}}} * 2`);
    expect(Odd.formula.expression).toBe(odd);
    const filter = { property: "Twice", formula: { number: { equals: 8 } } };
    const { body } = await call("POST", `/v1/data_sources/${beans}/query`, { filter });
    expect(body.results[0].properties.Twice.formula).toEqual({ type: "number", number: 8 });
    expect(body.results[0].properties.Odd.formula).toEqual({ type: "string", string: null });
  });
});
