import { describe, expect, test } from "vitest";
import { minute, sharedBeans, startBeans } from "./beans.ts";

// Tests happen on 2026-11-20, a Friday.
const rows = [
  { Name: "day", Roasted: "2026-11-20" },
  { Name: "morning", Roasted: "2026-11-20T08:00:00.000+02:00" },
  { Name: "midnight", Roasted: "2026-11-21T00:00:00.000Z" },
  { Name: "tokyo", Roasted: { start: "2026-11-20T05:00:00", end: null, time_zone: "Asia/Tokyo" } },
  { Name: "last week", Roasted: { start: "2026-11-13", end: "2026-11-30", time_zone: null } },
  { Name: "next month", Roasted: "2026-12-20" },
  { Name: "none" },
];
const all = ["next month", "last week", "tokyo", "midnight", "morning", "day"];

describe("a date property", () => {
  const beans = sharedBeans(rows);
  test.each([
    [{ equals: "2026-11-20" }, ["morning", "day"]],
    [{ equals: "2026-11-20T06:00:00Z" }, ["morning"]],
    [{ equals: "2026-11-20T00:00:00Z" }, ["day"]],
    [{ equals: "2026-11-19T20:00:00Z" }, ["tokyo"]],
    [{ equals: "today" }, ["morning", "day"]],
    [{ before: "2026-11-20" }, ["last week", "tokyo"]],
    [{ before: "2026-11-20T06:00:00Z" }, ["last week", "tokyo", "day"]],
    [{ after: "2026-11-20" }, ["next month", "midnight"]],
    [{ after: "2026-11-21T00:00:00Z" }, ["next month"]],
    [{ on_or_before: "2026-11-20" }, ["last week", "tokyo", "morning", "day"]],
    [{ on_or_after: "2026-11-20T06:00:00Z" }, ["next month", "midnight", "morning"]],
    [{ on_or_after: "tomorrow" }, ["next month", "midnight"]],
    [{ on_or_after: "one_month_from_now" }, ["next month"]],
    [{ before: "one_week_ago" }, []],
    [{ on_or_before: "one_week_ago" }, ["last week"]],
    [{ past_week: {} }, ["last week", "tokyo", "morning", "day"]],
    [{ past_month: {} }, ["last week", "tokyo", "morning", "day"]],
    [{ past_year: {} }, ["last week", "tokyo", "morning", "day"]],
    [{ this_week: {} }, ["tokyo", "midnight", "morning", "day"]],
    [{ this_month: {} }, ["last week", "tokyo", "midnight", "morning", "day"]],
    [{ next_week: {} }, ["midnight", "morning", "day"]],
    [{ next_month: {} }, ["next month", "midnight", "morning", "day"]],
    [{ next_year: {} }, ["next month", "midnight", "morning", "day"]],
    [{ equals: "2026-11-20 06:00" }, ["morning"]],
    [{ equals: "2026-11-20T08+02" }, ["morning"]],
    [{ on_or_before: "9999-12-31" }, all],
    [{ is_empty: true }, ["none"]],
    [{ is_not_empty: true }, all],
  ])("%j", async (date, expected) => {
    expect(await beans.query({ filter: { property: "Roasted", date } })).toEqual(expected);
  });

  test.each(["2026-02-30", "9999-99-99", "2026-02-28T25:00Z"])("%s is in no calendar", async (day) => {
    expect(await beans.refusal({ filter: { property: "Roasted", date: { before: day } } })).toEqual({
      code: "validation_error",
      message: `body failed validation: body.filter should have valid ISO 8601 date strings, instead was \`"${day}"\`.`,
    });
  });

  test("the last day of a shorter month stands for days that it lacks", async () => {
    const beans = await startBeans([{ Name: "end", Roasted: "2026-02-28" }]);
    beans.clock.time = new Date("2026-01-31T12:00:00Z");
    const filter = { property: "Roasted", date: { equals: "one_month_from_now" } };
    expect(await beans.query({ filter })).toEqual(["end"]);
  });
});

describe("times of a page, which are told to the minute", () => {
  const made = [{ Name: "first" }, { Name: "second" }];
  const beans = sharedBeans(made);
  test.each([
    [
      { timestamp: "created_time", created_time: { equals: `${minute(1).slice(0, 16)}:00.000Z` } },
      ["second"],
    ],
    [{ timestamp: "created_time", created_time: { on_or_after: minute(1) } }, []],
    [{ timestamp: "last_edited_time", last_edited_time: { after: "2026-11-01T10:00:00Z" } }, ["second"]],
    [{ timestamp: "last_edited_time", last_edited_time: { before: "2026-11-01T10:01:00Z" } }, ["first"]],
    [
      { timestamp: "last_edited_time", last_edited_time: { on_or_before: "2026-11-01T10:01:00Z" } },
      ["second", "first"],
    ],
    [{ property: "Added", created_time: { equals: "2026-11-01" } }, ["second", "first"]],
    [{ property: "Changed", date: { before: "2026-11-01" } }, []],
  ])("%j", async (filter, expected) => {
    expect(await beans.query({ filter })).toEqual(expected);
  });
});
