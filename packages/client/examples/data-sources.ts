// Makes a database with a data source, fills it, and asks for rows: without types of the columns, and with them.
import { isFullDatabase, queryAll } from "@notional/client";
import { defineTable, readDataSources, tablesModule } from "@notional/client/tables";
import { home, notion } from "./connect.ts";

const database = await notion.databases.create({
  parent: { type: "page_id", page_id: home },
  title: [{ text: { content: "Coffee beans" } }],
  initial_data_source: {
    properties: {
      Name: { title: {} },
      Price: { number: {} },
      Roast: { select: { options: [{ name: "light" }] } },
    },
  },
});
if (!isFullDatabase(database)) throw new Error("The connection may not read what it has made.");
const data_source_id = database.data_sources[0]?.id ?? "";

// `notional types` writes this into a file.
console.log(
  tablesModule(await readDataSources(notion, [data_source_id])).includes("export const coffeeBeans"),
);

const beans = defineTable({
  id: data_source_id,
  columns: { Name: { id: "title", type: "title" }, Price: { id: "Price", type: "number" } },
});
for (const [Name, Price] of [
  ["Guji", 12],
  ["Kochere", 9],
  ["Aricha", 11],
] as const) {
  await notion.pages.create({
    parent: { data_source_id },
    properties: { ...beans.write({ Name, Price }), Roast: { select: { name: "light" } } },
  });
}

const filter = { property: "Price", number: { less_than: 12 } } as const;
const sorts = [{ property: "Price", direction: "ascending" }] as const;
const cheap = await notion.dataSources.query({ data_source_id, filter, sorts: [...sorts] });
console.log(cheap.results.length, "are cheap");

let rows = 0;
for await (const _ of queryAll(notion, { data_source_id })) rows += 1;
console.log(rows, "in all");
