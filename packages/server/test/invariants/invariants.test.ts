import { describe, expect, test } from "vitest";
import { sampleSeed } from "../../src/seed/sample.ts";
import type { Db } from "../../src/store/database.ts";
import { startServer } from "../fixture.ts";
import { brokenInvariants } from "./index.ts";

const [HOME, BLOCK, OTHER_BLOCK] = [id(1), id(2), id(3)];
const [DATABASE, SOURCE, ROW, OTHER_ROW] = [id(4), id(5), id(6), id(7)];

function id(number: number): string {
  return `99999999-0000-8000-8000-${String(number).padStart(12, "0")}`;
}

async function start() {
  const fixture = await startServer({
    workspaces: [
      {
        name: "Invariants",
        connections: [{ name: "Local development", tokens: ["ntn_local_dev"] }],
        objects: [
          {
            object: "page",
            id: HOME,
            title: "Home",
            children: [
              { id: BLOCK, divider: {} },
              { id: OTHER_BLOCK, divider: {} },
              {
                object: "database",
                id: DATABASE,
                title: "Rows",
                data_sources: [
                  { id: SOURCE, title: "Rows", properties: { Name: { title: {} }, State: { select: {} } } },
                ],
              },
            ],
          },
        ],
      },
    ],
  });
  const { call, database } = fixture;
  const related = { relation: { data_source_id: SOURCE, dual_property: { synced_property_name: "Back" } } };
  await call("PATCH", `/v1/data_sources/${SOURCE}`, {
    properties: { Forth: related, Id: { unique_id: {} } },
  });
  const rows: string[] = [];
  for (const State of [{ select: { name: "new" } }, { select: { name: "old" } }]) {
    const properties = { State, Forth: { relation: rows.map((row) => ({ id: row })) } };
    rows.push((await call("POST", "/v1/pages", { parent: { data_source_id: SOURCE }, properties })).body.id);
  }
  await database.write("*", async (db) => {
    for (const [index, row] of rows.entries()) {
      const known = [ROW, OTHER_ROW][index] as string;
      await db.updateTable("nodes").set({ id: known }).where("id", "=", row).execute();
      await db.updateTable("rows").set({ page_id: known }).where("page_id", "=", row).execute();
      await db.updateTable("relations").set({ page_id: known }).where("page_id", "=", row).execute();
      await db.updateTable("relations").set({ target_id: known }).where("target_id", "=", row).execute();
    }
  });
  return database;
}

const setNode = (node: string, change: object) => (db: Db) =>
  db.updateTable("nodes").set(change).where("id", "=", node).execute();

/** Rewrites the document of a node as text. */
const rewrite = (node: string, from: RegExp, to: string) => async (db: Db) => {
  const { document } = await db
    .selectFrom("nodes")
    .select("document")
    .where("id", "=", node)
    .executeTakeFirstOrThrow();
  const changed = document.replace(from, to);
  expect(changed).not.toBe(document);
  await setNode(node, { document: changed })(db);
};

describe("behaviour", () => {
  test("nothing is wrong with what the server made", async () => {
    expect(await brokenInvariants(await start())).toEqual([]);
  });

  test("nor with the sample workspace", async () => {
    const { database } = await startServer(await sampleSeed());
    expect(await brokenInvariants(database)).toEqual([]);
  });

  test.each<[string, (db: Db) => Promise<unknown>, RegExp]>([
    ["a parent that is not there", setNode(BLOCK, { parent_id: id(99) }), /is not there/],
    ["a circle", setNode(HOME, { parent_id: DATABASE, parent_kind: "database" }), /within itself/],
    ["a parent of another kind", setNode(BLOCK, { parent_kind: "block" }), /parent is a block/],
    ["a wrong count", setNode(HOME, { children_count: 7 }), /counts 7 children and has 3/],
    ["two at one place", setNode(BLOCK, { position: "a1" }), /several children at a1/],
    ["no place", setNode(BLOCK, { position: null }), /without a place/],
    ["an old title", setNode(HOME, { title: "old" }), /searched as old, but called home/],
    ["a lost word", (db) => db.deleteFrom("title_words").execute(), /found by , not by home/],
    [
      "a column that is not filled",
      (db) => db.updateTable("rows").set({ t1: null }).execute(),
      /not indexed/,
    ],
    ["a row that is not indexed", (db) => db.deleteFrom("rows").execute(), /not indexed/],
    [
      "one side of a relation",
      (db) => db.deleteFrom("relations").where("page_id", "=", ROW).execute(),
      /other side/,
    ],
    [
      "a relation to what is gone",
      (db) =>
        db
          .updateTable("relations")
          .set({ target_id: id(99) })
          .execute(),
      /leads/,
    ],
    ["an option twice", rewrite(SOURCE, /"name":"old"/, '"name":"NEW"'), /several options new/],
    ["an option that is gone", rewrite(ROW, /"select":"[^"]+"/, '"select":"gone"'), /no option gone/],
    ["two properties of one name", rewrite(SOURCE, /"name":"State"/, '"name":"Name"'), /called Name/],
    ["a number twice", rewrite(OTHER_ROW, /"unique_id":2/, '"unique_id":1'), /several rows/],
    ["a number that was not given", rewrite(OTHER_ROW, /"unique_id":2/, '"unique_id":3'), /never given/],
  ])("%s is seen", async (_what, breakIt, seen) => {
    const database = await start();
    await database.write("*", async (db) => void (await breakIt(db)));
    expect((await brokenInvariants(database)).join("\n")).toMatch(seen);
  });
});
