import { expect, test } from "vitest";
import { emptySeed } from "../../../src/seed/empty.ts";
import { startServer } from "../../fixture.ts";

const SOURCE = "4d9f5c73-af61-4e8b-940c-517295df3e45";

/** More properties than the table `rows` has columns, and more columns than have an index. */
const count = 60;
const names = Array.from({ length: count }, (_, index) => `P${index}`);

test.each(["P0", "P30", "P59"])("every property is filtered and sorted by: %s", async (name) => {
  const [local] = emptySeed.workspaces;
  const properties = Object.fromEntries([["Name", "title"], ...names.map((each) => [each, "rich_text"])]);
  const rows = ["b", "a", ""].map((text) => ({
    properties: { Name: text || "none", ...(text && Object.fromEntries(names.map((each) => [each, text]))) },
  }));
  const dataSource = { id: SOURCE, title: "Wide", properties, rows };
  const objects = [{ object: "database" as const, title: "Wide", data_sources: [dataSource] }];
  const { call } = await startServer({ workspaces: [{ name: "Local", ...local, objects }] });
  const query = async (body: object): Promise<string[]> => {
    const answer = await call("POST", `/v1/data_sources/${SOURCE}/query`, body);
    return answer.body.results.map(
      (row: { properties: { Name: { title: { plain_text: string }[] } } }) =>
        row.properties.Name.title[0]?.plain_text,
    );
  };
  const filter = (rich_text: object) => ({ filter: { property: name, rich_text } });
  expect(await query(filter({ equals: "A" }))).toEqual(["a"]);
  expect(await query(filter({ is_empty: true }))).toEqual(["none"]);
  expect(await query({ sorts: [{ property: name, direction: "ascending" }] })).toEqual(["a", "b", "none"]);
});

test("any number of rows is written at once, whatever they have", async () => {
  const [local] = emptySeed.workspaces;
  const types = [
    ...names.map((each) => [each, "rich_text"]),
    ...names.map((each) => [`${each} n`, "number"]),
  ];
  const properties = Object.fromEntries([["Name", "title"], ...types]);
  const rows = Array.from({ length: 500 }, (_, index) => ({ properties: { Name: `${index}` } }));
  const dataSource = { id: SOURCE, title: "Wide", properties, rows };
  const objects = [{ object: "database" as const, title: "Wide", data_sources: [dataSource] }];
  const { call } = await startServer({ workspaces: [{ name: "Local", ...local, objects }] });
  const { body } = await call("POST", `/v1/data_sources/${SOURCE}/query`, { page_size: 1 });
  expect(body.results[0].properties.Name.title[0].plain_text).toBe("499");
});
