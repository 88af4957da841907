import { expect, test } from "vitest";
import type { DataSource, EvaluateOptions, PropertyValue, Row, Schema } from "../src/index.ts";
import {
  check,
  evaluate,
  FormulaError,
  parse,
  readProperty,
  readSchema,
  writeFormulaValue,
} from "../src/index.ts";

export const NIL = "00000000-0000-0000-0000-000000000000";
export const ROW_ID = "0ab1c2d3-0000-4000-8000-000000000001";
/** 2024-03-09T17:35:42Z. In New York daylight saving begins the night after. */
export const NOW = Date.UTC(2024, 2, 9, 17, 35, 42);

const ada = { object: "user", id: "ada", name: "Ada", person: { email: "ada@example.com" } };
const grace = { object: "user", id: "grace", name: "Grace", person: {} };
const text = (content: string) => (content === "" ? [] : [{ plain_text: content }]);
const date = (start: string, end: string | null = null) => ({ start, end, time_zone: null });

type Column = [type: string, value: unknown, configuration?: unknown];

/** A row of the coffee beans, every type of property in it. */
const beans: Record<string, Column> = {
  Name: ["title", text("Guji Natural")],
  Notes: ["rich_text", text("Peach, jasmine")],
  Blank: ["rich_text", []],
  Price: ["number", 18.5],
  Bags: ["number", 3],
  Stock: ["number", null],
  Organic: ["checkbox", true],
  Decaf: ["checkbox", false],
  Process: ["select", { name: "Washed" }],
  Grade: ["select", null],
  Status: ["status", { name: "Roasting" }],
  Flavours: ["multi_select", [{ name: "Peach" }, { name: "Jasmine" }]],
  Labels: ["multi_select", []],
  Roasted: ["date", date("2024-03-09")],
  Opened: ["date", date("2024-03-09T18:30:00.000+02:00")],
  Sale: ["date", date("2024-03-01", "2024-03-15")],
  Due: ["date", null],
  Shop: ["url", "https://example.com/guji"],
  Contact: ["email", "guji@example.com"],
  Phone: ["phone_number", null],
  Owners: ["people", [ada, grace]],
  Nobody: ["people", []],
  Photos: ["files", [{ name: "bag.jpg", type: "external" }]],
  Number: ["unique_id", { prefix: "BEAN", number: 7 }],
  Created: ["created_time", "2024-03-01T08:00:00.000Z"],
  Edited: ["last_edited_time", "2024-03-09T17:00:00.000Z"],
  Author: ["created_by", ada],
  Editor: ["last_edited_by", grace],
  Roaster: ["relation", [{ id: "roaster-1" }], { data_source_id: "roasters" }],
  Blends: ["relation", [{ id: "bean-2" }, { id: "bean-3" }], { data_source_id: "beans" }],
  Unrelated: ["relation", [], { data_source_id: "roasters" }],
  Hidden: ["relation", [{ id: "secret" }], { data_source_id: "unknown" }],
  Total: ["rollup", { type: "number", number: 42 }, { function: "sum" }],
  Latest: ["rollup", { type: "date", date: date("2024-02-02") }, { function: "latest_date" }],
  Prices: [
    "rollup",
    { type: "array", array: [12, 9.5].map((number) => ({ type: "number", number })) },
    { function: "show_original", relation_property_id: "Blends", rollup_property_id: "Price" },
  ],
  Tastes: [
    "rollup",
    { type: "array", array: [{ type: "multi_select", multi_select: [{ name: "Plum" }] }] },
    { function: "show_unique", relation_property_id: "Blends", rollup_property_id: "Flavours" },
  ],
  Double: ["formula", { type: "number", number: 37 }, { expression: 'prop("Price") * 2' }],
  Broken: ["formula", { type: "string", string: null }, { expression: "=1" }],
  Button: ["button", {}],
  'A "quoted" %name': ["number", 5],
};

const roasters: Record<string, Column> = {
  Name: ["title", text("Kofi & Sons")],
  City: ["rich_text", text("Accra")],
  Rating: ["number", 4.5],
  Beans: ["relation", [{ id: ROW_ID }, { id: "bean-2" }], { data_source_id: "beans" }],
};

/** The other rows, by what is different in them. */
const pages: Record<string, [dataSource: string, columns: Record<string, Column>]> = {
  [ROW_ID]: ["beans", beans],
  "bean-2": [
    "beans",
    { ...beans, Name: ["title", text("House")], Price: ["number", 12], Process: ["select", null] },
  ],
  "bean-3": [
    "beans",
    { ...beans, Name: ["title", text("Decaf")], Price: ["number", 9.5], Blends: ["relation", []] },
  ],
  "roaster-1": ["roasters", roasters],
};

function dataSource(id: string, columns: Record<string, Column>): DataSource {
  const properties = Object.entries(columns).map(([name, [type, , configuration = {}]]) => [
    name,
    { id: encodeURIComponent(name), name, type, [type]: configuration },
  ]);
  return { id, properties: Object.fromEntries(properties) };
}

const dataSources = [dataSource("beans", beans), dataSource("roasters", roasters)];

export const beansSource = dataSources[0] as DataSource;

/** The schema of the beans. A property has its name as its id. */
export const schema: Schema = readSchema(beansSource, (id) => dataSources.find((one) => one.id === id));

/** A row by its id, the days of its dates in that zone. */
export function rowOf(id: string, timeZone: string): Row | undefined {
  const page = pages[id];
  if (!page) return undefined;
  const [, columns] = page;
  return {
    kind: "page",
    id,
    title: String(readProperty({ type: "title", title: columns.Name?.[1] }, { page: () => undefined })),
    get(property) {
      const [type, value] = columns[property] ?? ["none", null];
      return readProperty({ type, [type]: value } as PropertyValue, {
        page: (other) => rowOf(other, timeZone),
        timeZone,
      });
    },
  };
}

/** What the API would give for a formula on the row of Guji beans: the value alone, or the message of a refusal. */
export function run(source: string, options: Partial<EvaluateOptions> = {}): unknown {
  const { timeZone = "UTC" } = options;
  try {
    const formula = check(parse(source), schema);
    const row = rowOf(ROW_ID, timeZone) as Row;
    const value = evaluate(formula, row, { now: NOW, ...options });
    const written = writeFormulaValue(value, formula.type, timeZone);
    switch (written.type) {
      case "date":
        return (
          written.date &&
          [written.date.start, ...(written.date.end === null ? [] : [written.date.end])].join(" → ")
        );
      case "number":
        return written.number;
      case "boolean":
        return written.boolean;
      case "string":
        return written.string;
    }
  } catch (error) {
    if (error instanceof FormulaError) return `${error.kind}: ${error.message}`;
    throw error;
  }
}

/** A test for each formula with what it gives. */
export function cases(
  rows: [formula: string, value: unknown][],
  options: Partial<EvaluateOptions> = {},
): void {
  test.each(rows)("%s", (formula, value) => {
    expect(run(formula, options)).toEqual(value);
  });
}
