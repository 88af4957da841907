import { describe, expect, test } from "vitest";
import { isFullDatabase, readReferences } from "../../src/index.ts";
import { defineTable } from "../../src/tables.ts";
import { HOME, localServer } from "../local-server.ts";

async function setUp() {
  const { notion } = await localServer();
  const parent = { type: "page_id", page_id: HOME } as const;
  const database = await notion.databases.create({
    parent,
    initial_data_source: { properties: { Name: { title: {} } } },
  });
  if (!isFullDatabase(database)) throw new Error("The database is partial.");
  const id = database.data_sources[0]?.id ?? "";
  const relation = { data_source_id: id, single_property: {} };
  await notion.dataSources.update({ data_source_id: id, properties: { Others: { relation } } });
  const { properties } = (await notion.dataSources.get({ data_source_id: id })) as {
    properties: Record<string, { id?: string }>;
  };
  const columns = {
    Name: { id: "title", type: "title" },
    Others: { id: properties.Others?.id ?? "", type: "relation" },
  } as const;
  return { notion, table: defineTable({ id, columns }) };
}

describe("behaviour", () => {
  test("a relation to more pages than a page shows", async () => {
    const { notion, table } = await setUp();
    const ids: string[] = [];
    for (let index = 0; index < 30; index += 1)
      ids.push((await table.create(notion, { Name: `${index}` })).id);
    const row = await table.create(notion, { Name: "all", Others: ids });
    expect(row.values.Others).toEqual(ids.slice(0, 25));
    const property_id = table.columns.Others.id;
    expect(await readReferences(notion, { page_id: row.id, property_id })).toEqual(ids);
    expect(await readReferences(notion, { page_id: ids[0] ?? "", property_id })).toEqual([]);
  });
});

describe("validation", () => {
  test("a property of another type", async () => {
    const { notion, table } = await setUp();
    const { id: page_id } = await table.create(notion, { Name: "one" });
    await expect(readReferences(notion, { page_id, property_id: "title" })).rejects.toThrow(
      new TypeError("The property is title, not a relation or people."),
    );
  });
});
