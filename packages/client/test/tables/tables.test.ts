import { spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Schema } from "../../src/index.ts";
import { dataSourcesIn, defineTable, readDataSources, tablesModule } from "../../src/tables.ts";
import { HOME, localServer } from "../local-server.ts";

const client = join(import.meta.dirname, "../../src/index.ts");
const source = join(import.meta.dirname, "../../src/tables.ts");
const typescript = dirname(createRequire(import.meta.url).resolve("typescript/package.json"));

const options = (...names: string[]) => ({ options: names.map((name) => ({ name })) });
const properties = {
  Name: { title: {} },
  Note: { rich_text: {} },
  "Price (€)": { number: {} },
  Roast: { select: options("light", "dark") },
  Flavours: { multi_select: options("berry", "cocoa") },
  Stock: { status: {} },
  Roasted: { date: {} },
  Organic: { checkbox: {} },
  Buyer: { people: {} },
  Photos: { files: {} },
  Link: { url: {} },
  Mail: { email: {} },
  Phone: { phone_number: {} },
  Double: { formula: { expression: 'prop("Price (€)") * 2' } },
  Made: { created_time: {} },
  Maker: { created_by: {} },
  Number: { unique_id: { prefix: "BEAN" } },
} as const;

/** A data source of beans on a server of its own. */
async function setUp() {
  const local = await localServer();
  const { notion } = local;
  const database = await notion.databases.create({
    parent: { type: "page_id", page_id: HOME },
    title: [{ text: { content: "Coffee beans" } }],
    initial_data_source: { properties },
  });
  if (!("data_sources" in database) || !database.data_sources) throw new Error("The database is partial.");
  const id = database.data_sources[0]?.id as string;
  const beans = async () => (await notion.dataSources.get({ data_source_id: id })) as Schema<"DataSource">;
  return { ...local, id, beans };
}

/** What the compiler says of a program that stands beside a generated module. */
async function compile(module: string, program: string): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), "notional-tables-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const compilerOptions = {
    ...{ target: "es2024", module: "nodenext", strict: true, noEmit: true, skipLibCheck: true, types: [] },
    ...{ lib: ["es2024", "dom"], allowImportingTsExtensions: true, noUncheckedIndexedAccess: true },
  };
  await writeFile(join(folder, "package.json"), '{ "type": "module" }');
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["program.ts"] }));
  await writeFile(join(folder, "tables.ts"), module);
  await writeFile(join(folder, "program.ts"), program);
  const tsc = join(typescript, "bin/tsc");
  const { stdout } = spawnSync(process.execPath, [tsc, "--pretty", "false", "-p", folder], {
    encoding: "utf8",
  });
  return stdout.split("\n").filter((line) => line.includes("error TS"));
}

describe("shape", () => {
  test("the module", () => {
    const base = { description: null };
    const dataSource = {
      object: "data_source",
      id: "5c9b7d1e-3f28-4a60-9e4d-7b1c8f2a6053",
      title: [{ plain_text: "Coffee */ beans (2026)" }],
      properties: {
        Roast: {
          ...base,
          id: "kR%3D",
          name: "Roast",
          type: "select",
          select: { options: [{ name: 'very "dark"' }, { name: "light" }] },
        },
        "on sale": { ...base, id: "a", name: "on sale", type: "checkbox", checkbox: {} },
        __proto__x: {
          ...base,
          id: "b",
          name: "__proto__x",
          type: "last_visited_time",
          last_visited_time: {},
        },
        Name: { ...base, id: "title", name: "Name", type: "title", title: {} },
      },
    };
    expect(tablesModule([dataSource as never])).toBe(`// The data sources of a workspace.
// Written by \`notional types\`. Do not edit: run it again.

import { defineTable, type InputOf, type RowOf } from "@notional/client/tables";

/** Coffee *\\/ beans (2026) */
export const coffeeBeans2026 = defineTable({
  id: "5c9b7d1e-3f28-4a60-9e4d-7b1c8f2a6053",
  columns: {
    Name: { id: "title", type: "title" },
    Roast: { id: "kR%3D", type: "select", options: ["very \\"dark\\"","light"] },
    "on sale": { id: "a", type: "checkbox" },
  },
});

/** A row of Coffee *\\/ beans (2026). */
export type CoffeeBeans2026Row = RowOf<typeof coffeeBeans2026>;

/** What can be written to a row of Coffee *\\/ beans (2026). */
export type CoffeeBeans2026Input = InputOf<typeof coffeeBeans2026>;
`);
  });

  test("names that clash, are missing, are reserved or begin with a digit", () => {
    const titles = ["Beans", "beans", "", "2026", "Class", "豆", "Default"];
    const sources = titles.map((title, id) => ({
      object: "data_source" as const,
      id: `${id}`,
      title: [{ plain_text: title }] as never,
      properties: { __proto__x: { id: "title", type: "title" } } as never,
    }));
    const module = tablesModule(sources);
    const names = [...module.matchAll(/export const (\S+) =/g)].map(([, name]) => name);
    expect(names).toEqual(["table", "table2026", "beans", "classTable", "defaultTable", "beans2", "豆"]);
    expect(tablesModule(sources.toReversed())).toBe(module);
  });
});

describe("validation", () => {
  test("a document without data sources", () => {
    const message = "There is no data source in it, as `dataSources.get` answers it.";
    for (const document of [null, {}, [], { object: "page" }, { results: [{ object: "page" }] }, "text"]) {
      expect(() => dataSourcesIn(document)).toThrow(new TypeError(message));
    }
  });

  test("a column that is gone, or has another type", async () => {
    const { notion, id } = await setUp();
    const made = await defineTable({ id, columns: { Name: { id: "title", type: "title" } } }).create(
      notion,
      {},
    );
    const gone = defineTable({ id, columns: { Old: { id: "x", type: "number" } } });
    await expect(gone.get(notion, made.id)).rejects.toThrow(
      new TypeError('The column "Old" is not there any more. Run `notional types` again.'),
    );
    const other = defineTable({ id, columns: { Name: { id: "title", type: "number" } } });
    expect(() => other.read(made.page)).toThrow(
      new TypeError('The column "Name" is title now, not number. Run `notional types` again.'),
    );
    expect(() => gone.write({ New: 1 } as never)).toThrow(new TypeError('There is no column "New".'));
  });
});

describe("behaviour", () => {
  test("data sources are found by search, by id and in what was saved", async () => {
    const { notion, id, beans } = await setUp();
    const found = await readDataSources(notion);
    expect(found.map((one) => one.id)).toContain(id);
    expect(await readDataSources(notion, [id])).toMatchObject([{ id }]);
    const saved = await beans();
    for (const document of [saved, [saved], { object: "list", results: [saved] }]) {
      expect(dataSourcesIn(document)).toEqual([saved]);
    }
  });

  test("rows are written, read, changed and found", async () => {
    const { notion, id, beans } = await setUp();
    const { properties } = await beans();
    const idOf = (name: string) => properties[name]?.id ?? "";
    const table = defineTable({
      id,
      columns: {
        Name: { id: "title", type: "title" },
        Note: { id: idOf("Note"), type: "rich_text" },
        Price: { id: idOf("Price (€)"), type: "number" },
        Roast: { id: idOf("Roast"), type: "select", options: ["light", "dark"] },
        Flavours: { id: idOf("Flavours"), type: "multi_select", options: ["berry", "cocoa"] },
        Roasted: { id: idOf("Roasted"), type: "date" },
        Organic: { id: idOf("Organic"), type: "checkbox" },
        Photos: { id: idOf("Photos"), type: "files" },
        Number: { id: idOf("Number"), type: "unique_id" },
        Maker: { id: idOf("Maker"), type: "created_by" },
      },
    });
    const photo = { name: "farm.jpg", url: "https://lighthouse.example/farm.jpg" };
    const made = await table.create(notion, {
      Name: "Guji",
      Note: "a".repeat(2_500),
      Price: 12,
      Roast: "light",
      Flavours: ["cocoa", "berry"],
      Roasted: "2026-11-20",
      Organic: true,
      Photos: [photo],
    });
    const me = await notion.users.me();
    expect(made.values).toEqual({
      Name: "Guji",
      Note: "a".repeat(2_500),
      Price: 12,
      Roast: "light",
      Flavours: ["cocoa", "berry"],
      Roasted: { start: "2026-11-20", end: null, time_zone: null },
      Organic: true,
      Photos: [{ ...photo, hosted: false }],
      Number: "BEAN-1",
      Maker: me.id,
    });
    expect(await table.get(notion, made.id)).toMatchObject({ id: made.id, values: made.values });

    // What was read can be written back.
    const { Number: _, Maker: __, ...writable } = made.values;
    expect((await table.update(notion, made.id, writable)).values).toEqual(made.values);
    const changed = await table.update(notion, made.id, { Roast: "dark", Price: null, Roasted: null });
    expect(changed.values).toMatchObject({
      Name: "Guji",
      Roast: "dark",
      Price: null,
      Roasted: null,
    });

    await table.create(notion, { Name: "Kochere", Roast: "light", Price: 9 });
    await table.create(notion, { Name: "Aricha", Roast: "light", Price: 11 });
    const cheapFirst = await table
      .query(notion, {
        filter: {
          and: [
            { property: "Roast", select: { equals: "light" } },
            { property: "Price", number: { less_than: 20 } },
          ],
        },
        sorts: [{ property: "Price", direction: "ascending" }],
        page_size: 1,
      })
      .collect();
    expect(cheapFirst.map(({ values }) => values.Name)).toEqual(["Kochere", "Aricha"]);
    const page = await table.query(notion, { page_size: 2 });
    expect([page.results.length, page.has_more]).toEqual([2, true]);
    const rest = table.query(notion, { start_cursor: page.next_cursor ?? "" });
    expect((await rest.collect()).length).toBe(1);
  });

  test("renaming a column and an option shows every broken use, and the old program still works", async () => {
    const { notion, id, beans } = await setUp();
    const program = `
import { createClient } from ${JSON.stringify(client)};
import { coffeeBeans, type CoffeeBeansInput, type CoffeeBeansRow } from "./tables.ts";
const notion = createClient({ auth: "ntn_local_dev" });
export const input: CoffeeBeansInput = { Roast: "dark" };
export const roastOf = (row: CoffeeBeansRow) => row.values.Roast;
await coffeeBeans.create(notion, { Roast: "light" });
await coffeeBeans.update(notion, "id", { Roast: "light" });
coffeeBeans.query(notion, { filter: { property: "Roast", select: { equals: "light" } } });
coffeeBeans.query(notion, { sorts: [{ property: "Roast", direction: "ascending" }] });
`;
    const before = tablesModule([await beans()], source);
    expect(await compile(before, program)).toEqual([]);

    await notion.dataSources.update({ data_source_id: id, properties: { Roast: { name: "Degree" } } });
    const after = tablesModule([await beans()], source);
    const errors = await compile(after, program);
    const lines = errors.map((error) => /program\.ts\((\d+)/.exec(error)?.[1] ?? error);
    expect([...new Set(lines)]).toEqual(["5", "6", "7", "8", "9", "10"]);

    const roast = (await beans()).properties.Degree?.id ?? "";
    const old = defineTable({
      id,
      columns: { Roast: { id: roast, type: "select", options: ["light", "dark"] } },
    });
    const { values } = await old.create(notion, { Roast: "dark" });
    expect(values).toEqual({ Roast: "dark" });
    const filter = { property: "Roast", select: { equals: "dark" } } as const;
    expect(await old.query(notion, { filter }).collect()).toHaveLength(1);
  });
});
