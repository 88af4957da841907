import { beforeEach, describe, expect, test } from "vitest";
import { type Shop, startShop } from "./shop.ts";

const filter = (property: string, formula: object) => ({ filter: { property, formula } });
const by = (property: string, direction = "ascending") => ({ property, direction });

const EXPRESSIONS = {
  Label: 'prop("Name") + if(prop("Paid"), " (paid)", "")',
  Twice: 'prop("Count") * 2',
  Big: 'prop("Count") > 5',
  Next: 'prop("Due").dateAdd(1, "days")',
  Soon: 'prop("Due") < now().dateAdd(7, "days")',
  Days: 'dateBetween(prop("Due"), today(), "days")',
  Mixed: 'if(prop("Paid"), prop("Count"), "none")',
};

let shop: Shop;

/** Three orders; what the tests do does not change them. */
beforeEach(async () => {
  shop = await startShop();
  await shop.formulas(EXPRESSIONS);
  const due = (start: string) => ({ date: { start } });
  await shop.order("Ann", [], { Count: { number: 4 }, Due: due("2026-11-25"), Paid: { checkbox: true } });
  await shop.order("ben", [], { Count: { number: 9 }, Due: due("2026-12-24") });
  await shop.order("Cid");
});

describe("validation", () => {
  test.each([
    ["Twice", { string: { equals: "8" } }, "database property formula does not match filter string"],
    ["Big", { number: { equals: 1 } }, "database property formula does not match filter number"],
    ["Mixed", { string: { equals: "none" } }, "Unable to filter based on a formula of unknown type"],
  ])("%s %j", async (property, condition, message) => {
    await expect(shop.names(filter(property, condition))).rejects.toThrow(message);
  });

  test("one that makes no sense any more", async () => {
    await shop.change(shop.orders, { Count: { rich_text: {} } });
    await expect(shop.names(filter("Twice", { number: { equals: 8 } }))).rejects.toThrow(
      "Unable to filter based on a formula of unknown type",
    );
  });
});

describe("behaviour", () => {
  test.each([
    ["Label", { string: { equals: "ann (PAID)" } }, ["Ann"]],
    ["Label", { string: { contains: "paid" } }, ["Ann"]],
    ["Label", { string: { starts_with: "b" } }, ["ben"]],
    ["Label", { string: { is_empty: true } }, []],
    ["Twice", { number: { greater_than: 8 } }, ["ben"]],
    ["Twice", { number: { equals: 0 } }, ["Cid"]],
    ["Big", { checkbox: { equals: true } }, ["ben"]],
    ["Big", { checkbox: { does_not_equal: true } }, ["Cid", "Ann"]],
    ["Next", { date: { equals: "2026-11-26" } }, ["Ann"]],
    ["Next", { date: { on_or_after: "2026-11-26" } }, ["ben", "Ann"]],
    ["Next", { date: { is_empty: true } }, ["Cid"]],
    ["Next", { date: { next_week: {} } }, ["Ann"]],
    ["Soon", { checkbox: { equals: true } }, ["Ann"]],
    ["Soon", { checkbox: { equals: false } }, ["Cid", "ben"]],
    ["Days", { number: { less_than_or_equal_to: 5 } }, ["Ann"]],
    ["Days", { number: { is_empty: true } }, ["Cid"]],
    ["Days", { number: { is_not_empty: true } }, ["ben", "Ann"]],
  ])("%s %j", async (property, condition, expected) => {
    expect(await shop.names(filter(property, condition))).toEqual(expected);
  });

  test.each([
    ["Label", ["Ann", "ben", "Cid"], ["Cid", "ben", "Ann"]],
    ["Twice", ["Cid", "Ann", "ben"], ["ben", "Ann", "Cid"]],
    ["Big", ["Ann", "Cid", "ben"], ["ben", "Cid", "Ann"]],
    ["Next", ["Ann", "ben", "Cid"], ["ben", "Ann", "Cid"]],
    ["Soon", ["ben", "Cid", "Ann"], ["Ann", "Cid", "ben"]],
    ["Days", ["Ann", "ben", "Cid"], ["ben", "Ann", "Cid"]],
  ])("sorted by %s", async (property, ascending, descending) => {
    expect(await shop.names({ sorts: [by(property)] })).toEqual(ascending);
    expect(await shop.names({ sorts: [by(property, "descending")] })).toEqual(descending);
  });

  test("what changes with time goes with other tests and other sorts", async () => {
    const { names } = shop;
    const soon = { property: "Soon", formula: { checkbox: { equals: false } } };
    const some = { property: "Count", number: { is_not_empty: true } };
    const none = { property: "Count", number: { is_empty: true } };
    expect(await names({ filter: { and: [soon, some] } })).toEqual(["ben"]);
    expect(await names({ filter: { or: [soon, none] } })).toEqual(["Cid", "ben"]);
    expect(await names({ filter: { and: [{ or: [soon, some] }, some] } })).toEqual(["ben", "Ann"]);
    expect(await names({ sorts: [by("Paid"), by("Soon"), by("Name", "descending")] })).toEqual([
      "Cid",
      "ben",
      "Ann",
    ]);
    expect(await names({ sorts: [by("Soon"), by("Count", "descending")] })).toEqual(["ben", "Cid", "Ann"]);
  });

  test("what changes with time does", async () => {
    shop.clock.time = new Date("2026-12-20T00:00:00.000Z");
    expect(await shop.names(filter("Soon", { checkbox: { equals: true } }))).toEqual(["ben", "Ann"]);
  });

  test("pages of rows that are sorted by what changes with time", async () => {
    const { call, names, orders } = shop;
    const query = { sorts: [by("Days")], page_size: 2 };
    const { body: first } = await call("POST", `/v1/data_sources/${orders}/query`, query);
    expect(first.has_more).toBe(true);
    expect(await names({ ...query, start_cursor: first.next_cursor })).toEqual(["Cid"]);
  });

  test("formulas about the last edit are right after an edit of the content", async () => {
    const { call, change, clock, formulas, order, orders, names } = shop;
    await change(orders, { Edited: { last_edited_time: {} } });
    await formulas({ Day: 'formatDate(prop("Edited"), "DD")' });
    const page = await order("Dee");
    clock.time = new Date("2026-11-23T00:00:00.000Z");
    const paragraph = { type: "paragraph", paragraph: { rich_text: [{ text: { content: "x" } }] } };
    await call("PATCH", `/v1/blocks/${page}/children`, { children: [paragraph] });
    expect(await names(filter("Day", { string: { equals: "23" } }))).toEqual(["Dee"]);
  });

  test("rollups of formulas", async () => {
    const { change, items, item, names, order, orders } = shop;
    await change(items, {
      Gross: { formula: { expression: 'prop("Price") * 1.5' } },
      Best: { formula: { expression: 'prop("Name") + "!"' } },
    });
    const rollup = (property: string, name: string) => ({
      rollup: { relation_property_name: "Items", rollup_property_name: property, function: name },
    });
    await change(orders, { Total: rollup("Gross", "sum"), Names: rollup("Best", "show_original") });
    await order("Dee", [await item("x", 2), await item("y", 4)]);
    expect(await names({ filter: { property: "Total", rollup: { number: { equals: 9 } } } })).toEqual([
      "Dee",
    ]);
    const any = { property: "Names", rollup: { any: { rich_text: { equals: "x!" } } } };
    expect(await names({ filter: any })).toEqual([]);
    expect(await names({ sorts: [by("Total", "descending")], page_size: 1 })).toEqual(["Dee"]);
  });

  test("long texts are compared whole", async () => {
    const { formulas, names, order } = shop;
    await formulas({ Long: 'repeat(prop("Name"), 60) + prop("Name").length()' });
    await order("Delta");
    await order("Delta");
    expect(await names(filter("Long", { string: { ends_with: "delta5" } }))).toEqual(["Delta", "Delta"]);
    expect(await names(filter("Long", { string: { ends_with: "delta6" } }))).toEqual([]);
  });
});
