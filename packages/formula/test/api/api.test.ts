import { describe, expect, test } from "vitest";
import {
  check,
  type DateValue,
  formulaValueType,
  type PropertyValue,
  parse,
  type Row,
  readProperty,
  readSchema,
  type Type,
  type Value,
  writeFormulaValue,
} from "../../src/index.ts";

const page = (id: string): Row => ({ kind: "page", id, title: id, get: () => null });
const read = (type: string, value: unknown, timeZone?: string): Value =>
  readProperty({ type, [type]: value } as PropertyValue, {
    page: (id) => (id === "gone" ? undefined : page(id)),
    ...(timeZone && { timeZone }),
  });

const midnight = Date.UTC(2024, 2, 9);
const day: DateValue = { kind: "date", start: midnight, end: null, time: false, zone: null };

describe("shape", () => {
  test.each<[type: string, value: unknown, expected: unknown]>([
    ["title", [{ plain_text: "A " }, { plain_text: "b" }], "A b"],
    ["title", [], null],
    ["rich_text", [{ plain_text: "a" }], "a"],
    ["number", 0, 0],
    ["number", null, null],
    ["checkbox", false, false],
    ["select", { name: "One" }, "One"],
    ["select", null, null],
    ["status", { name: "Done" }, "Done"],
    ["multi_select", [{ name: "One" }, { name: "Two" }], ["One", "Two"]],
    ["multi_select", [], []],
    ["date", { start: "2024-03-09", end: null, time_zone: null }, day],
    [
      "date",
      { start: "2024-03-09", end: "2024-03-10", time_zone: null },
      { ...day, end: midnight + 86_400_000 },
    ],
    ["date", null, null],
    [
      "date",
      { start: "2024-03-09T01:00:00.000+01:00", end: null, time_zone: null },
      { ...day, time: true, zone: "UTC+1" },
    ],
    [
      "date",
      { start: "2024-03-09T01:00:00.000", end: null, time_zone: "Europe/Berlin" },
      { ...day, time: true, zone: "Europe/Berlin" },
    ],
    ["created_time", "2024-03-09T00:00:00.000Z", { ...day, time: true, zone: "UTC" }],
    [
      "people",
      [{ id: "a", name: "Ada", person: { email: "a@b.c" } }],
      [{ kind: "person", id: "a", name: "Ada", email: "a@b.c" }],
    ],
    ["created_by", { id: "a" }, { kind: "person", id: "a", name: null, email: null }],
    ["files", [{ name: "a.jpg" }], ["a.jpg"]],
    ["url", "https://a.b", "https://a.b"],
    ["email", null, null],
    ["phone_number", "1", "1"],
    ["unique_id", { prefix: "BEAN", number: 7 }, "BEAN-7"],
    ["unique_id", { prefix: null, number: 7 }, "7"],
    ["unique_id", { prefix: null, number: null }, null],
    ["formula", { type: "string", string: "a" }, "a"],
    ["formula", { type: "boolean", boolean: null }, null],
    ["formula", { type: "date", date: { start: "2024-03-09", end: null } }, day],
    ["formula", { type: "unsupported", unsupported: {} }, null],
    ["rollup", { type: "number", number: 3, function: "sum" }, 3],
    [
      "rollup",
      {
        type: "array",
        array: [
          { type: "number", number: 1 },
          { type: "number", number: null },
        ],
      },
      [1, null],
    ],
    ["rollup", { type: "array", array: [{ type: "multi_select", multi_select: [{ name: "a" }] }] }, ["a"]],
    ["rollup", { type: "incomplete", incomplete: {} }, null],
    ["button", {}, null],
    ["verification", { state: "unverified" }, null],
    ["something new", 1, null],
  ])("a %s of %j", (type, value, expected) => {
    expect(read(type, value)).toEqual(expected);
  });

  test("a relation is the pages that are known", () => {
    expect((read("relation", [{ id: "a" }, { id: "gone" }]) as Row[]).map(({ id }) => id)).toEqual(["a"]);
  });

  test("a day begins where the zone of the evaluation has midnight", () => {
    expect((read("date", { start: "2024-03-09", end: null }, "America/New_York") as DateValue).start).toBe(
      midnight + 5 * 3_600_000,
    );
  });
});

describe("validation", () => {
  const number: Type = { kind: "number" };
  const text: Type = { kind: "text" };
  test.each<[type: Type, form: string]>([
    [number, "number"],
    [text, "string"],
    [{ kind: "boolean" }, "boolean"],
    [{ kind: "date" }, "date"],
    [{ kind: "person" }, "string"],
    [{ kind: "page", dataSource: null, via: [] }, "string"],
    [{ kind: "list", of: number }, "string"],
    [{ kind: "empty" }, "string"],
    [{ kind: "either", types: [number, { kind: "empty" }] }, "number"],
    [{ kind: "either", types: [number, text] }, "string"],
  ])("%j is empty as a %s", (type, form) => {
    expect(formulaValueType(type)).toBe(form);
    expect(writeFormulaValue(null, type)).toEqual({ type: form, [form]: null });
  });
});

describe("behaviour", () => {
  const text: Type = { kind: "text" };
  test.each<[value: Value, expected: unknown]>([
    [1.5, { type: "number", number: 1.5 }],
    [false, { type: "boolean", boolean: false }],
    ["", { type: "string", string: "" }],
    [[], { type: "string", string: null }],
    [[1, [null, "a"], []], { type: "string", string: "1,a" }],
    [page("House"), { type: "string", string: "House" }],
    [day, { type: "date", date: { start: "2024-03-09", end: null, time_zone: null } }],
    [
      { ...day, time: true, zone: "UTC+1", end: midnight },
      {
        type: "date",
        date: {
          start: "2024-03-09T01:00:00.000+01:00",
          end: "2024-03-09T01:00:00.000+01:00",
          time_zone: null,
        },
      },
    ],
  ])("%j is written as the API does", (value, expected) => {
    expect(writeFormulaValue(value, text)).toEqual(expected);
  });

  test.each(["+010000-01-01", "-000001-12-31"])(
    "the year of %s has not four digits: it is no date",
    (day) => {
      const value = { kind: "date" as const, start: Date.parse(day), end: null, time: false, zone: null };
      expect(writeFormulaValue(value, text)).toEqual({ type: "date", date: null });
      const range = { ...value, start: Date.parse("2024-03-09"), end: Date.parse(day) };
      expect(writeFormulaValue(range, text)).toEqual({ type: "date", date: null });
    },
  );

  test("a greatest value that would need itself is a number", () => {
    const property = (name: string, type: string, configuration: unknown) => ({
      id: name,
      name,
      type,
      [type]: configuration,
    });
    const tasks = {
      id: "tasks",
      properties: {
        Parent: property("Parent", "relation", { data_source_id: "tasks" }),
        Above: property("Above", "rollup", {
          function: "max",
          relation_property_id: "Parent",
          rollup_property_id: "Depth",
        }),
        Depth: property("Depth", "formula", { expression: 'prop("Above") + 1' }),
      },
    };
    const schema = readSchema(tasks, () => tasks);
    expect(check(parse('prop("Above") + 1'), schema).type).toEqual({ kind: "number" });
  });

  test("a rollup over pages has the type of what it shows", () => {
    const property = (name: string, type: string, configuration: unknown = {}) => ({
      id: name,
      name,
      type,
      [type]: configuration,
    });
    const rollup = (name: string, how: string, of: string) =>
      property(name, "rollup", { function: how, relation_property_id: "r%5D", rollup_property_id: of });
    const tasks = {
      id: "tasks",
      properties: {
        Due: property("Due", "date"),
        Project: { ...property("r%5D", "relation", { data_source_id: "projects" }), name: "Project" },
        Names: rollup("Names", "show_original", "Name"),
        Members: rollup("Members", "show_unique", "Members"),
        Scores: rollup("Scores", "show_original", "Score"),
        First: rollup("First", "earliest_date", "Due"),
        Last: rollup("Last", "max", "Since"),
        Highest: rollup("Highest", "max", "Score"),
        Share: rollup("Share", "percent_checked", "Done"),
        Lost: rollup("Lost", "show_original", "gone"),
      },
    };
    const projects = {
      id: "projects",
      properties: {
        Name: property("Name", "title"),
        Members: property("Members", "people"),
        Since: property("Since", "created_time"),
        Tasks: property("Tasks", "relation", { data_source_id: "tasks" }),
        Score: property("Score", "formula", { expression: 'prop("Tasks").length()' }),
      },
    };
    const schema = readSchema(tasks, (id) => [tasks, projects].find((one) => one.id === id));
    const typeOf = (name: string) => check(parse(`prop("${name}")`), schema).type;
    expect(typeOf("Names")).toEqual({ kind: "list", of: { kind: "text" } });
    expect(typeOf("Members")).toEqual({ kind: "list", of: { kind: "person" } });
    expect(typeOf("Scores")).toEqual({ kind: "list", of: { kind: "number" } });
    expect(typeOf("First")).toEqual({ kind: "date" });
    expect(typeOf("Last")).toEqual({ kind: "date" });
    expect(typeOf("Highest")).toEqual({ kind: "number" });
    expect(typeOf("Share")).toEqual({ kind: "number" });
    expect(typeOf("Lost")).toEqual({ kind: "list", of: { kind: "empty" } });
    expect(check(parse('prop("Project").first().prop("Tasks").first().prop("Due")'), schema).type).toEqual({
      kind: "date",
    });
  });
});
