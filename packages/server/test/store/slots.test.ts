import { describe, expect, test } from "vitest";
import { comparableStart } from "../../src/store/dates.ts";
import type { StoredProperty, StoredPropertyType } from "../../src/store/documents.ts";
import { assignSlots, slotValue } from "../../src/store/slots.ts";

const property = (id: string, type: StoredPropertyType, config = {}): StoredProperty => ({
  id,
  name: id,
  description: null,
  type,
  config,
});

describe("assignSlots", () => {
  test("texts and numbers have columns of their own, and what has no value has none", () => {
    const properties = [
      property("title", "title"),
      property("a", "number"),
      property("b", "select"),
      property("c", "formula"),
      property("d", "relation"),
    ];
    expect(assignSlots(properties, {})).toEqual({ title: "t0", a: "n0", b: "t1" });
  });

  test("a property keeps its column", () => {
    const before = { title: "t0", b: "t5" };
    expect(assignSlots([property("b", "rich_text"), property("title", "title")], before)).toEqual(before);
  });

  test("the column of a removed property is not given away before it is empty", () => {
    const slots = assignSlots([property("new", "select")], { old: "t0" });
    expect(slots).toEqual({ "-t0": "t0", new: "t1" });
  });

  test("a property that becomes a number gets another column", () => {
    expect(assignSlots([property("a", "number")], { a: "t3" })).toEqual({ "-t3": "t3", a: "n0" });
  });

  test("what no column is left for is kept elsewhere", () => {
    const properties = Array.from({ length: 50 }, (_, index) => property(`${index}`, "url"));
    const slots = assignSlots(properties, {});
    expect([slots["0"], slots["47"], slots["48"], slots["49"]]).toEqual(["t0", "t47", "t*", "t*"]);
  });
});

describe("slotValue", () => {
  test("the value of another type counts as empty", () => {
    expect(slotValue(property("a", "number"), { type: "url", url: "https://a.example" })).toBeNull();
  });

  test("an option that does not exist any more counts as empty", () => {
    const select = property("a", "select", { options: [{ id: "x" }] });
    expect(slotValue(select, { type: "select", select: "x" })).toBe("x");
    expect(slotValue(select, { type: "select", select: "y" })).toBeNull();
  });
});

describe("comparableStart", () => {
  test.each([
    ["2026-03-01", null, "2026-03-01"],
    ["2026-03-01T10:00:00.000+02:00", null, "2026-03-01T08:00:00.000Z"],
    ["2026-03-01T10:00:00", null, "2026-03-01T10:00:00.000Z"],
    ["2026-03-01T10:00:00", "America/New_York", "2026-03-01T15:00:00.000Z"],
    ["2026-07-01T10:00:00", "America/New_York", "2026-07-01T14:00:00.000Z"],
    ["2026-03-29T03:30:00", "Europe/Berlin", "2026-03-29T01:30:00.000Z"],
  ])("%s in %s", (start, time_zone, expected) => {
    expect(comparableStart({ start, time_zone })).toBe(expected);
  });
});
