import { describe, expect, expectTypeOf, test } from "vitest";
import { plainValue, propertyValue, readProperty, type Schema } from "../../src/index.ts";

const id = "2a7e3b51-8d4f-4c69-b2ea-3f507b9d1c23";
const url = "https://lighthouse.example/farm.jpg";
const option = (name: string) => ({ id: "o", name, color: "red" });
const line = [{ plain_text: "Gu" }, { plain_text: "ji" }];
const date = { start: "2026-11-20", end: null, time_zone: null };
const hosted = { name: "a.jpg", type: "file", file: { url, expiry_time: "2026-11-20T13:00:00.000Z" } };

const READ: [value: { type: string } & Record<string, unknown>, plain: unknown][] = [
  [{ type: "title", title: line }, "Guji"],
  [{ type: "rich_text", rich_text: [] }, ""],
  [{ type: "number", number: 0 }, 0],
  [{ type: "number", number: null }, null],
  [{ type: "select", select: option("light") }, "light"],
  [{ type: "select", select: null }, null],
  [{ type: "status", status: option("Here") }, "Here"],
  [{ type: "multi_select", multi_select: [option("berry"), option("cocoa")] }, ["berry", "cocoa"]],
  [{ type: "date", date }, date],
  [
    {
      type: "people",
      people: [
        { object: "user", id },
        { object: "group", id },
      ],
    },
    [id, id],
  ],
  [
    { type: "files", files: [hosted, { name: "b.jpg", type: "external", external: { url } }] },
    [
      { name: "a.jpg", url, hosted: true },
      { name: "b.jpg", url, hosted: false },
    ],
  ],
  [{ type: "checkbox", checkbox: false }, false],
  [{ type: "url", url }, url],
  [{ type: "email", email: null }, null],
  [{ type: "relation", relation: [{ id }], has_more: false }, [id]],
  [{ type: "formula", formula: { type: "string", string: "a" } }, "a"],
  [{ type: "formula", formula: { type: "boolean", boolean: false } }, false],
  [{ type: "formula", formula: { type: "date", date } }, date],
  [{ type: "formula", formula: { type: "number", number: null } }, null],
  [{ type: "formula", formula: { type: "unsupported", unsupported: {} } }, undefined],
  [{ type: "rollup", rollup: { type: "number", number: 3, function: "count" } }, 3],
  [{ type: "rollup", rollup: { type: "unsupported", unsupported: {}, function: "unique" } }, undefined],
  [
    {
      type: "rollup",
      rollup: { type: "array", array: [{ type: "title", title: line }], function: "show_original" },
    },
    ["Guji"],
  ],
  [{ type: "created_time", created_time: "2026-11-20T12:00:00.000Z" }, "2026-11-20T12:00:00.000Z"],
  [{ type: "created_by", created_by: { object: "user", id } }, id],
  [{ type: "unique_id", unique_id: { prefix: "BEAN", number: 12 } }, "BEAN-12"],
  [{ type: "unique_id", unique_id: { prefix: null, number: 12 } }, "12"],
  [{ type: "unique_id", unique_id: { prefix: null, number: null } }, null],
  [{ type: "verification", verification: { state: "expired" } }, "expired"],
  [{ type: "verification", verification: null }, null],
  [{ type: "place", place: null }, null],
  [{ type: "button", button: {} }, null],
];

describe("shape", () => {
  test.each(READ)("%j is read", (value, plain) => {
    expect(plainValue(value as never)).toEqual(plain);
  });

  test.each([
    ["title", "Guji", { title: [{ text: { content: "Guji" } }] }],
    ["rich_text", [{ text: { content: "a" } }], { rich_text: [{ text: { content: "a" } }] }],
    ["rich_text", "", { rich_text: [] }],
    ["number", null, { number: null }],
    ["select", "light", { select: { name: "light" } }],
    ["status", null, { status: null }],
    ["multi_select", ["a", "b"], { multi_select: [{ name: "a" }, { name: "b" }] }],
    ["date", "2026-11-20", { date: { start: "2026-11-20" } }],
    ["date", date, { date }],
    ["people", [id], { people: [{ id }] }],
    ["relation", [], { relation: [] }],
    ["files", [{ upload: id, name: "a" }], { files: [{ file_upload: { id }, name: "a" }] }],
    ["files", [{ name: "a", url, hosted: true }], { files: [{ name: "a", file: { url } }] }],
    ["files", [{ name: "a", url }], { files: [{ name: "a", external: { url } }] }],
    ["checkbox", true, { checkbox: true }],
    ["verification", "verified", { verification: { state: "verified" } }],
  ] as const)("%s is written of %j", (type, value, written) => {
    expect(propertyValue(type, value as never)).toEqual(written);
  });

  test("a property of a page, by name and by id", () => {
    const page = {
      properties: { Price: { id: "pric", type: "number", number: 12 } },
    } as unknown as Schema<"Page">;
    const price = readProperty(page, "Price", "number");
    expectTypeOf(price).toEqualTypeOf<number | null>();
    expect(price).toBe(12);
    expect(readProperty(page, "pric", "number")).toBe(12);
    const old = page as unknown as Schema<"Page", "2022-06-28">;
    expect(readProperty(old, "Price", "number")).toBe(12);
  });
});

describe("validation", () => {
  const page = { properties: { Price: { id: "pric", type: "number", number: 12 } } };

  test("a property that there is not, or that is something else", () => {
    expect(() => readProperty(page, "Cost", "number")).toThrow(
      new TypeError('The page has no property "Cost".'),
    );
    expect(() => readProperty(page, "Price", "title")).toThrow(
      new TypeError('"Price" is number, not title.'),
    );
  });
});
