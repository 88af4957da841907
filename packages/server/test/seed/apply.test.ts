import { describe, expect, test } from "vitest";
import { emptySeed } from "../../src/seed/empty.ts";
import { startServer } from "../fixture.ts";
import { seeded } from "./seeded.ts";

const [local] = emptySeed.workspaces;

const PAGE = "1f6d2a40-7c3e-4b58-a1d9-2e4f6a8c0b12";
const CHILD = "2a7e3b51-8d4f-4c69-b2ea-3f507b9d1c23";

describe("shape", () => {
  test("what is nested gets its parent, its place and its kind from where it stands", async () => {
    const { nodes } = await seeded([
      {
        title: "Handbook",
        children: [
          { paragraph: "Hello" },
          { toggle: { rich_text: "More", children: [{ to_do: "Later" }] } },
          { object: "page", title: "Inner" },
          {
            object: "database",
            title: "Beans",
            data_sources: [{ title: "Beans", rows: [{ title: "Guji" }] }],
          },
        ],
      },
    ]);
    const titles = new Map(nodes.map(({ id, type, kind }) => [id, type ?? kind]));
    const shape = nodes.map(({ kind, type, parent_id, title, children_count }) => [
      kind,
      type,
      parent_id && titles.get(parent_id),
      title,
      children_count,
    ]);
    expect(shape).toEqual([
      ["page", "child_page", null, "handbook", 4],
      ["block", "paragraph", "child_page", null, 0],
      ["block", "toggle", "child_page", null, 1],
      ["block", "to_do", "toggle", null, 0],
      ["page", "child_page", "child_page", "inner", 0],
      ["database", "child_database", "child_page", "beans", 1],
      ["data_source", null, "child_database", "beans", 1],
      ["page", "child_page", "data_source", "guji", 0],
    ]);
    const siblings = nodes.filter(({ parent_id }) => parent_id === nodes[0]?.id);
    expect(siblings.map(({ position }) => position)).toEqual(["a0", "a1", "a2", "a3"]);
  });

  test("an answer is kept with its id, its times and who made it", async () => {
    const { nodes } = await seeded([
      {
        object: "page",
        id: PAGE,
        created_time: "2026-03-01T09:00:00.000Z",
        last_edited_time: "2026-03-10T14:30:00.000+00:00",
        created_by: { object: "user", id: CHILD },
        in_trash: true,
        parent: { type: "workspace", workspace: true },
        properties: {},
      },
    ]);
    expect(nodes).toMatchObject([
      {
        id: PAGE,
        created_time: "2026-03-01T09:00:00.000Z",
        last_edited_time: "2026-03-10T14:30:00.000Z",
        created_by: CHILD,
        last_edited_by: CHILD,
        in_trash: 1,
      },
    ]);
  });

  test("what is there already leads anywhere, also where a request could not lead", async () => {
    const link = { type: "text", text: { content: "x", link: { url: "www.example.com" } } };
    const external = { type: "external", external: { url: "/image.png" } };
    const { nodes } = await seeded([
      {
        title: "Old",
        children: [
          { paragraph: { rich_text: [link] } },
          { table_row: { cells: [[link]] } },
          { bookmark: { url: "", caption: [] } },
          { image: external },
          { file: external },
        ],
      },
    ]);
    const [, text, row, bookmark, image, file] = nodes.map(({ document }) => JSON.parse(document));
    expect(text.rich_text[0].text.link).toEqual({ url: "www.example.com" });
    expect(row.cells[0][0].text.link).toEqual({ url: "www.example.com" });
    expect(bookmark).toEqual({ caption: [], url: "" });
    expect(image).toEqual({ caption: [], ...external });
    expect(file).toEqual({ caption: [], ...external, name: "/image.png" });
  });

  test("what is there twice counts once, at its first place", async () => {
    const { nodes } = await seeded([
      {
        id: PAGE,
        children: [
          { type: "child_page", id: CHILD, child_page: { title: "Inner" }, has_children: false },
          { divider: {} },
        ],
      },
      { object: "page", id: CHILD, icon: "☕", parent: { type: "page_id", page_id: PAGE }, title: "Inner" },
    ]);
    expect(nodes.map(({ type, title }) => [type, title])).toEqual([
      ["child_page", ""],
      ["child_page", "inner"],
      ["divider", null],
    ]);
    expect(JSON.parse(nodes[1]?.document ?? "")).toMatchObject({ icon: { type: "emoji", emoji: "☕" } });
  });
});

describe("behaviour", () => {
  test("names point forward and backward, also across data sources", async () => {
    const { nodes, relations } = await seeded([
      {
        ref: "home",
        children: [
          {
            paragraph: { rich_text: [{ type: "mention", mention: { type: "page", page: { id: "late" } } }] },
          },
        ],
      },
      {
        object: "database",
        title: "Beans",
        data_sources: [
          {
            properties: { Name: "title", Supplier: { relation: "suppliers" } },
            rows: [{ title: "Guji", properties: { Supplier: ["coop"] } }],
          },
        ],
      },
      {
        object: "database",
        data_sources: [{ ref: "suppliers", rows: [{ ref: "coop", title: "Coop" }] }],
      },
      { ref: "late", parent: "home", title: "Late" },
    ]);
    const byTitle = new Map(nodes.map(({ title, id }) => [title, id]));
    expect(
      JSON.parse(nodes.find(({ type }) => type === "paragraph")?.document ?? "").rich_text,
    ).toMatchObject([{ mention: { page: { id: byTitle.get("late") } } }]);
    expect(relations).toMatchObject([
      { page_id: byTitle.get("guji"), target_id: byTitle.get("coop"), place: 0 },
    ]);
  });

  test("a relation with two sides is kept on both", async () => {
    const side = (id: string, dataSource: string, other: string) => ({
      id,
      relation: {
        data_source_id: dataSource,
        type: "dual_property",
        dual_property: { synced_property_id: other },
      },
    });
    const { relations, nodes } = await seeded([
      {
        object: "database",
        data_sources: [
          {
            ref: "one",
            properties: { Name: "title", There: side("aaaa", "other", "bbbb") },
            rows: [{ id: PAGE, properties: { There: "back" } }],
          },
        ],
      },
      {
        object: "database",
        data_sources: [
          {
            ref: "other",
            properties: { Name: "title", Back: side("bbbb", "one", "aaaa") },
            rows: [{ id: CHILD, ref: "back" }],
          },
        ],
      },
    ]);
    const seqOf = (id: string) => nodes.find((node) => node.id === id)?.seq;
    expect(relations).toEqual([
      { page_id: PAGE, page_seq: seqOf(PAGE), property_id: "aaaa", target_id: CHILD, place: 0 },
      { page_id: CHILD, page_seq: seqOf(CHILD), property_id: "bbbb", target_id: PAGE, place: 0 },
    ]);
  });

  test("an option that no property has yet is added to it", async () => {
    const { nodes } = await seeded([
      {
        object: "database",
        data_sources: [
          { properties: { Name: "title", Origin: "select" }, rows: [{ properties: { Origin: "Ethiopia" } }] },
        ],
      },
    ]);
    const document = (kind: string, index = 0) =>
      JSON.parse(nodes.filter((node) => node.kind === kind)[index]?.document ?? "");
    const [, origin] = document("data_source").properties;
    expect(origin.config.options).toMatchObject([{ name: "Ethiopia", color: "default" }]);
    expect(Object.values(document("page").properties)).toEqual([
      { type: "select", select: origin.config.options[0].id },
    ]);
  });

  test.each([
    ["2026-11-19T00:00:00.000Z", "expired"],
    ["2026-11-22T00:00:00.000Z", "verified"],
  ])("what was verified until %s reads as %s", async (end, state) => {
    const date = { start: "2026-11-01T00:00:00.000Z", end, time_zone: null };
    const Checked = { type: "verification", verification: { state, date, verified_by: null } };
    const { call } = await startServer({
      workspaces: [
        {
          name: "Local",
          ...local,
          objects: [
            {
              object: "database",
              title: "Wiki",
              data_sources: [
                {
                  properties: { Name: "title", Checked: "verification" },
                  rows: [{ id: PAGE, properties: { Checked } }],
                },
              ],
            },
          ],
        },
      ],
    });
    const { body } = await call("GET", `/v1/pages/${PAGE}`);
    expect(body.properties.Checked.verification).toEqual({ state, date, verified_by: null });
  });

  test("comments belong to what they are nested in", async () => {
    const { nodes, comments } = await seeded([{ title: "A", comments: [{ rich_text: "Nice" }] }]);
    expect(comments).toMatchObject([
      { parent_kind: "page", parent_id: nodes[0]?.id, created_by: local?.connections?.[0]?.id },
    ]);
  });

  test("comments keep their files, also when they are exported", async () => {
    const url = "https://files.example.com/guji.png";
    const attachments = [
      { category: "image", file: { url, expiry_time: "2026-01-01T00:00:00.000Z" } },
      { category: "pdf", file: { url } },
    ];
    const comments = [{ rich_text: "Look", attachments }];
    const { call } = await startServer({
      workspaces: [{ name: "Local", ...local, objects: [{ id: PAGE, comments }] }],
    });
    const { body } = await call("GET", `/v1/comments?block_id=${PAGE}`);
    const file = { url, expiry_time: "2026-11-20T13:34:56.789Z" };
    expect(body.results[0].attachments).toEqual([
      { category: "image", file },
      { category: "pdf", file },
    ]);
    const { body: exported } = await call("GET", "/_notional/export");
    expect(exported.workspaces[0].objects[0].comments[0].attachments).toEqual([
      { category: "image", file: { url } },
      { category: "pdf", file: { url } },
    ]);
  });

  test("data sources are found by the title of their database", async () => {
    const { call } = await startServer({
      workspaces: [
        {
          name: "Titles",
          connections: [{ name: "Local development", tokens: ["ntn_local_dev"] }],
          objects: [
            {
              object: "database",
              title: "Groceries",
              data_sources: [{ title: "Fruit", properties: { Name: { title: {} } } }],
            },
          ],
        },
      ],
    });
    const found = async (query: string) => (await call("POST", "/v1/search", { query })).body.results.length;
    expect([await found("Groceries"), await found("Fruit")]).toEqual([1, 0]);
  });
});
