import { describe, expect, test } from "vitest";
import { ADA, BEN, COOP, FARM, sharedBeans } from "./beans.ts";

const filter = (property: string, condition: object) => ({ filter: { property, ...condition } });

describe("texts", () => {
  const rows = [
    { Name: "Guji", Notes: "Peach and JASMINE", Site: "https://guji.example", Mail: "a@example.com" },
    { Name: "Ünal", Notes: `${"long ".repeat(60)}tail`, Phone: "+49 30" },
    { Name: "Bare" },
  ];
  const beans = sharedBeans(rows);
  test.each([
    ["equals, whatever the case", "Name", { title: { equals: "ÜNAL" } }, ["Ünal"]],
    [
      "does_not_equal, and empty is not equal",
      "Notes",
      { rich_text: { does_not_equal: "x" } },
      ["Bare", "Ünal", "Guji"],
    ],
    ["contains", "Notes", { rich_text: { contains: "jasmine" } }, ["Guji"]],
    ["contains, at the end of a long text", "Notes", { rich_text: { contains: "LONG TAIL" } }, ["Ünal"]],
    ["does_not_contain", "Notes", { rich_text: { does_not_contain: "peach" } }, ["Bare", "Ünal"]],
    ["starts_with", "Site", { url: { starts_with: "HTTPS" } }, ["Guji"]],
    ["starts_with, of a long text", "Notes", { rich_text: { starts_with: "long ".repeat(59) } }, ["Ünal"]],
    ["starts_with, of more than there is", "Notes", { rich_text: { starts_with: "long ".repeat(61) } }, []],
    ["ends_with", "Mail", { email: { ends_with: ".COM" } }, ["Guji"]],
    ["ends_with, of a long text", "Notes", { rich_text: { ends_with: "tail" } }, ["Ünal"]],
    ["equals, of a long text", "Notes", { rich_text: { equals: `${"long ".repeat(60)}tail` } }, ["Ünal"]],
    ["equals, of a long text that goes on", "Notes", { rich_text: { equals: "long ".repeat(60) } }, []],
    ["is_empty", "Phone", { phone_number: { is_empty: true } }, ["Bare", "Guji"]],
    ["is_not_empty", "Phone", { phone_number: { is_not_empty: true } }, ["Ünal"]],
    ["rich_text on a title", "Name", { rich_text: { contains: "UJ" } }, ["Guji"]],
    ["rich_text on a phone number", "Phone", { rich_text: { contains: "49" } }, ["Ünal"]],
    ["what looks like a wildcard", "Notes", { rich_text: { contains: "%" } }, []],
  ])("%s", async (_what, property, condition, expected) => {
    expect(await beans.query(filter(property, condition))).toEqual(expected);
  });
});

describe("numbers and checkboxes", () => {
  const rows = [
    { Name: "One", Price: 1, Number: 1, Organic: true },
    { Name: "Two", Price: 2.5, Number: 2 },
    { Name: "None" },
  ];
  const beans = sharedBeans(rows);
  test.each([
    ["Price", { number: { equals: 1 } }, ["One"]],
    ["Price", { number: { does_not_equal: 1 } }, ["None", "Two"]],
    ["Price", { number: { greater_than: 1 } }, ["Two"]],
    ["Price", { number: { greater_than_or_equal_to: 1 } }, ["Two", "One"]],
    ["Price", { number: { less_than: 2.5 } }, ["One"]],
    ["Price", { number: { less_than_or_equal_to: 2.5 } }, ["Two", "One"]],
    ["Price", { number: { is_empty: true } }, ["None"]],
    ["Price", { number: { is_not_empty: true } }, ["Two", "One"]],
    ["Number", { unique_id: { greater_than: 1 } }, ["None", "Two"]],
    ["Organic", { checkbox: { equals: true } }, ["One"]],
    ["Organic", { checkbox: { equals: false } }, ["None", "Two"]],
    ["Organic", { checkbox: { does_not_equal: true } }, ["None", "Two"]],
    ["Organic", { checkbox: { does_not_equal: false } }, ["One"]],
  ])("%s %j", async (property, condition, expected) => {
    expect(await beans.query(filter(property, condition))).toEqual(expected);
  });
});

describe("options", () => {
  const rows = [
    { Name: "Light", Roast: "Light", Stage: "Sold", Tastes: ["Peach", "Lemon"] },
    { Name: "Dark", Roast: "Dark", Stage: "Ordered", Tastes: ["Cocoa"] },
    { Name: "None", Stage: "Roasting" },
  ];
  const beans = sharedBeans(rows);
  test.each([
    ["Roast", { select: { equals: "Dark" } }, ["Dark"]],
    ["Roast", { select: { equals: ["Dark", "Light"] } }, ["Dark", "Light"]],
    ["Roast", { select: { does_not_equal: "Dark" } }, ["None", "Light"]],
    ["Roast", { select: { does_not_equal: ["Dark", "Light"] } }, ["None"]],
    ["Roast", { select: { is_empty: true } }, ["None"]],
    ["Stage", { status: { equals: "Sold" } }, ["Light"]],
    ["Stage", { status: { equals: "Complete" } }, ["Light"]],
    ["Stage", { status: { does_not_equal: ["To-do", "Sold"] } }, ["None"]],
    ["Tastes", { multi_select: { contains: "Peach" } }, ["Light"]],
    ["Tastes", { multi_select: { contains: ["Peach", "Cocoa"] } }, ["Dark", "Light"]],
    ["Tastes", { multi_select: { does_not_contain: "Peach" } }, ["None", "Dark"]],
    ["Tastes", { multi_select: { does_not_contain: ["Peach", "Cocoa"] } }, ["None"]],
    ["Tastes", { multi_select: { is_empty: true } }, ["None"]],
    ["Tastes", { multi_select: { is_not_empty: true } }, ["Dark", "Light"]],
  ])("%s %j", async (property, condition, expected) => {
    expect(await beans.query(filter(property, condition))).toEqual(expected);
  });
});

describe("people, files, verification", () => {
  const rows = [
    {
      Name: "Ada's",
      Buyers: [ADA],
      created_by: ADA,
      Checked: { state: "verified", date: null, verified_by: null },
    },
    {
      Name: "Ben's",
      Buyers: [BEN, ADA],
      created_by: BEN,
      Photos: [{ type: "external", name: "a.png", external: { url: "https://a.example/a.png" } }],
      Checked: { state: "verified", date: { start: "2026-01-01", end: "2026-02-01", time_zone: null } },
    },
    { Name: "Nobody's" },
  ];
  const beans = sharedBeans(rows);
  test.each([
    ["Buyers", { people: { contains: BEN } }, ["Ben's"]],
    ["Buyers", { people: { contains: ADA } }, ["Ben's", "Ada's"]],
    ["Buyers", { people: { does_not_contain: BEN } }, ["Nobody's", "Ada's"]],
    ["Buyers", { people: { is_empty: true } }, ["Nobody's"]],
    ["Buyers", { people: { contains: "me" } }, []],
    ["Buyers", { people: { does_not_contain: "me" } }, ["Nobody's", "Ben's", "Ada's"]],
    ["Added by", { created_by: { contains: ADA } }, ["Ada's"]],
    ["Added by", { people: { does_not_contain: ADA } }, ["Nobody's", "Ben's"]],
    ["Photos", { files: { is_not_empty: true } }, ["Ben's"]],
    ["Checked", { verification: { status: "verified" } }, ["Ada's"]],
    ["Checked", { verification: { status: "expired" } }, ["Ben's"]],
    ["Checked", { verification: { status: "none" } }, ["Nobody's"]],
    ["Checked", { verification: { does_not_equal: "none" } }, ["Ben's", "Ada's"]],
  ])("%s %j", async (property, condition, expected) => {
    expect(await beans.query(filter(property, condition))).toEqual(expected);
  });
});

describe("relations, rollups, formulas", () => {
  const rows = [
    { Name: "Farm", Supplier: [FARM] },
    { Name: "Both", Supplier: [FARM, COOP] },
    { Name: "None" },
  ];
  const beans = sharedBeans(rows);
  test.each([
    ["Supplier", { relation: { contains: COOP } }, ["Both"]],
    ["Supplier", { relation: { does_not_contain: COOP } }, ["None", "Farm"]],
    ["Supplier", { relation: { is_empty: true } }, ["None"]],
    ["Supplier", { relation: { is_not_empty: true } }, ["Both", "Farm"]],
    ["Countries", { rollup: { any: { select: { equals: "Peru" } } } }, ["Both"]],
    ["Countries", { rollup: { every: { select: { equals: "Ethiopia" } } } }, ["None", "Farm"]],
    ["Countries", { rollup: { none: { select: { equals: "Peru" } } } }, ["None", "Farm"]],
    ["Stock", { rollup: { number: { equals: 42 } } }, ["Both"]],
    ["Stock", { rollup: { number: { less_than: 42 } } }, ["None", "Farm"]],
  ])("%s %j", async (property, condition, expected) => {
    expect(await beans.query(filter(property, condition))).toEqual(expected);
  });
});

describe("rollups of themselves", () => {
  const rows = [{ Name: "One" }];
  const beans = sharedBeans(rows);
  test("have no value", async () => {
    const any = { property: "Loop", rollup: { any: { rich_text: { is_empty: true } } } };
    const number = { property: "Loop", rollup: { number: { equals: 1 } } };
    expect(await beans.query({ filter: any })).toEqual([]);
    expect(await beans.query({ filter: number })).toEqual([]);
    expect(await beans.query({ sorts: [{ property: "Loop", direction: "ascending" }] })).toEqual(["One"]);
  });
});

describe("compounds", () => {
  const rows = [
    { Name: "A", Price: 1, Organic: true },
    { Name: "B", Price: 2, Organic: true },
    { Name: "C", Price: 2 },
  ];
  const price = (equals: number) => ({ property: "Price", number: { equals } });
  const organic = { property: "Organic", checkbox: { equals: true } };
  const beans = sharedBeans(rows);
  test.each([
    ["and", { and: [price(2), organic] }, ["B"]],
    ["or", { or: [price(1), organic] }, ["B", "A"]],
    ["two levels", { and: [organic, { or: [price(1), price(3)] }] }, ["A"]],
    ["none of none", { or: [] }, []],
    ["all of none", { and: [] }, ["C", "B", "A"]],
  ])("%s", async (_what, compound, expected) => {
    expect(await beans.query({ filter: compound })).toEqual(expected);
  });
});

describe("validation", () => {
  const beans = sharedBeans([{ Name: "A" }]);
  test.each([
    [
      "an unknown property",
      filter("Prize", { number: { equals: 1 } }),
      "Could not find property with name or id: Prize",
    ],
    [
      "a test of another type",
      filter("Price", { rich_text: { equals: "1" } }),
      // Reported: https://community.n8n.io/t/need-help-troubleshooting-an-issue-with-notion-node/10730
      "The property type in the database does not match the property type of the filter provided: database property number does not match filter rich_text",
    ],
    [
      "a test of rolled up values of another type",
      filter("Countries", { rollup: { any: { number: { equals: 1 } } } }),
      "The property type in the database does not match the property type of the filter provided: database property select does not match filter number",
    ],
    [
      "an option that does not exist",
      filter("Roast", { select: { equals: "Blue" } }),
      'select option "Blue" not found for property "Roast". Available options: "Light", "Medium", "Dark".',
    ],
    [
      "an unknown property to sort by",
      { sorts: [{ property: "Prize", direction: "ascending" }] },
      "Could not find sort property with name or id: Prize",
    ],
  ])("%s", async (_what, body, message) => {
    expect(await beans.refusal(body)).toEqual({ code: "validation_error", message });
  });
});
