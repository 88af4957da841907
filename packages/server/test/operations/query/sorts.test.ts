import { describe, expect, test } from "vitest";
import { ADA, BEN, COOP, FARM, sharedBeans } from "./beans.ts";

const by = (property: string, direction = "ascending") => ({ property, direction });

describe("one property", () => {
  const rows = [
    {
      Name: "b",
      Price: 2,
      Roast: "Dark",
      Stage: "Ordered",
      Tastes: ["Lemon", "Peach"],
      Organic: true,
      Roasted: "2026-11-20",
      Buyers: [BEN],
      Supplier: [FARM],
      created_by: BEN,
      Notes: "x".repeat(300),
    },
    { Name: "none", Stage: null, created_by: ADA },
    {
      Name: "A",
      Price: 10,
      Roast: "Light",
      Stage: "Sold",
      Tastes: ["Peach"],
      Roasted: "2026-11-20T10:00:00Z",
      Buyers: [ADA],
      Supplier: [COOP, FARM],
      created_by: ADA,
      Notes: "y",
    },
  ];
  const beans = sharedBeans(rows);
  test.each([
    ["Name", ["A", "b", "none"], ["none", "b", "A"]],
    ["Price", ["b", "A", "none"], ["A", "b", "none"]],
    ["Notes", ["b", "A", "none"], ["A", "b", "none"]],
    ["Roast", ["A", "b", "none"], ["b", "A", "none"]],
    ["Stage", ["b", "A", "none"], ["A", "b", "none"]],
    ["Tastes", ["A", "b", "none"], ["b", "A", "none"]],
    ["Organic", ["none", "A", "b"], ["b", "A", "none"]],
    ["Roasted", ["b", "A", "none"], ["A", "b", "none"]],
    ["Buyers", ["A", "b", "none"], ["b", "A", "none"]],
    ["Supplier", ["A", "b", "none"], ["b", "A", "none"]],
    ["Stock", ["none", "b", "A"], ["A", "b", "none"]],
    ["Countries", ["b", "A", "none"], ["A", "b", "none"]],
    ["Added by", ["none", "A", "b"], ["b", "A", "none"]],
    ["Added", ["b", "none", "A"], ["A", "none", "b"]],
  ])("%s", async (property, ascending, descending) => {
    expect(await beans.query({ sorts: [by(property)] })).toEqual(ascending);
    expect(await beans.query({ sorts: [by(property, "descending")] })).toEqual(descending);
  });
});

describe("several", () => {
  const rows = [
    { Name: "a", Price: 1, Roast: "Dark" },
    { Name: "b", Price: 2, Roast: "Light" },
    { Name: "c", Price: 1, Roast: "Light" },
    { Name: "d", Roast: "Light" },
    { Name: "e", Price: 1 },
  ];
  const beans = sharedBeans(rows);
  test.each([
    ["the first one first", [by("Price"), by("Name", "descending")], ["e", "c", "a", "b", "d"]],
    ["options within numbers", [by("Price"), by("Roast")], ["c", "a", "e", "b", "d"]],
    ["numbers within options", [by("Roast"), by("Price", "descending")], ["b", "c", "d", "a", "e"]],
    [
      "a timestamp within a property",
      [by("Price"), { timestamp: "created_time", direction: "descending" }],
      ["e", "c", "a", "b", "d"],
    ],
    ["what is equal stays in the order of creation", [by("Price")], ["a", "c", "e", "b", "d"]],
    ["and turns round with the first", [by("Price", "descending")], ["b", "e", "c", "a", "d"]],
  ])("%s", async (_what, sorts, expected) => {
    expect(await beans.query({ sorts })).toEqual(expected);
  });
});
