import type { SeedObject } from "@notional/server";
import { describe, expect, test } from "vitest";
import type { Exchange } from "../../src/recordings/read.ts";
import { presupposedBy } from "../../src/replay/presupposed/seed.ts";
import { type Call, exchange, record, replay, tapeOf } from "./tape.ts";

const PAGE = "1b2c3d4e-5f60-4718-8293-a4b5c6d7e8f9";
const OTHER = "2c3d4e5f-6071-4829-93a4-b5c6d7e8f90a";
const SOURCE = "3d4e5f60-7182-493a-a4b5-c6d7e8f90a1b";
const DATABASE = "4e5f6071-8293-4a4b-b5c6-d7e8f90a1b2c";
const BOT = "5f607182-93a4-4b5c-86d7-e8f90a1b2c3d";

const COMMENT = "6071829a-a4b5-4c6d-97e8-f90a1b2c3d4e";

const TIME = "2026-03-01T09:05:00.000Z";
const top = { type: "workspace", workspace: true };
const page = (id: string, changes: object = {}) => ({
  object: "page",
  id,
  created_time: TIME,
  last_edited_time: TIME,
  parent: top,
  in_trash: false,
  properties: {},
  ...changes,
});
const row = (id: string, properties: object) =>
  page(id, { parent: { type: "data_source_id", data_source_id: SOURCE, database_id: DATABASE }, properties });
const list = (...results: unknown[]) => ({ object: "list", results, next_cursor: null, has_more: false });

/** The objects that a tape of these exchanges begins with. */
const before = (...exchanges: Exchange[]): SeedObject[] =>
  presupposedBy(tapeOf(...exchanges), "token").seed.workspaces[0]?.objects ?? [];
const brief = (objects: SeedObject[]) => objects.map(({ object, id }) => [object, id]);

describe("shape", () => {
  test("whatever can be read of a workspace is enough to answer the same again", async () => {
    const tape = await record(async (call) => {
      await read(call, await write(call));
    });
    const first = tape.exchanges.findIndex(({ request }) => request.path === "/v1/users/me");
    const reads = tapeOf(...tape.exchanges.slice(first));
    const replayed = await replay(reads);
    expect(
      replayed.flatMap(({ differences, exchange: { request } }) =>
        differences.map((one) => ({ ...one, request })),
      ),
    ).toEqual([]);
    expect(replayed).toHaveLength(9);
  });

  test("what the tape makes is not there before, nor what is in it", () => {
    const objects = before(
      exchange("POST", "/v1/pages", page(PAGE), { body: {} }),
      exchange(
        "GET",
        `/v1/blocks/${PAGE}/children`,
        list(page(OTHER, { parent: { type: "page_id", page_id: PAGE } })),
      ),
    );
    expect(objects).toEqual([]);
  });

  test("the caller is who says so, who made what was made, or whom a refusal names", () => {
    const caller = (...exchanges: Exchange[]) =>
      presupposedBy(tapeOf(...exchanges), "token").seed.workspaces[0]?.connections?.[0];
    const bot = {
      object: "user",
      id: BOT,
      type: "bot",
      name: "Roaster",
      bot: { owner: top, workspace_name: "Beans" },
    };
    expect(caller(exchange("GET", "/v1/users/me", bot))).toMatchObject({
      id: BOT,
      name: "Roaster",
      tokens: ["token"],
    });
    const created_by = { object: "user", id: BOT };
    expect(caller(exchange("POST", "/v1/pages", page(PAGE, { created_by })))).toMatchObject({ id: BOT });
    const refusal = {
      object: "error",
      message: 'Make sure the relevant pages and databases are shared with your integration "Roaster".',
      additional_data: { integration_id: BOT },
    };
    expect(caller(exchange("GET", `/v1/pages/${PAGE}`, refusal, { status: 404 }))).toMatchObject({
      id: BOT,
      name: "Roaster",
    });
  });
});

describe("validation", () => {
  test("a refused request presupposes nothing", () => {
    expect(before(exchange("GET", `/v1/pages/${PAGE}`, { object: "error" }, { status: 404 }))).toEqual([]);
  });

  test("what is called Untitled may not be shared, and is left out", () => {
    const mention = (plain_text: string) => ({
      rich_text: [{ type: "mention", mention: { type: "page", page: { id: OTHER } }, plain_text }],
    });
    const shown = (title: string) => exchange("GET", `/v1/pages/${PAGE}`, page(PAGE, { a: mention(title) }));
    expect(brief(before(shown("Untitled")))).toEqual([["page", PAGE]]);
    expect(brief(before(shown("Beans")))).toEqual([
      ["page", OTHER],
      ["page", PAGE],
    ]);
  });
});

describe("behaviour", () => {
  test("what an answer shows after it was trashed or restored was not so before", () => {
    const trash = (method: string, path: string, body: object | undefined, in_trash: boolean) =>
      before(exchange(method, path, page(PAGE, { in_trash }), { body }))[0]?.in_trash;
    expect(trash("DELETE", `/v1/blocks/${PAGE}`, undefined, true)).toBe(false);
    expect(trash("PATCH", `/v1/pages/${PAGE}`, { in_trash: true }, true)).toBe(false);
    expect(trash("PATCH", `/v1/pages/${PAGE}`, { archived: false }, false)).toBe(true);
    expect(trash("PATCH", `/v1/pages/${PAGE}`, { icon: null }, true)).toBe(true);
  });

  test("a data source that no answer shows has the properties that its rows have", () => {
    const option = { id: "abcd", name: "Guji", color: "green" };
    const properties = {
      Name: { id: "title", type: "title", title: [] },
      Origin: { id: "o%3Ac", type: "select", select: option },
      Like: { id: "lk", type: "relation", relation: [{ id: OTHER }], has_more: false },
    };
    const shown = row(PAGE, properties);
    const objects = before(
      exchange("POST", `/v1/data_sources/${SOURCE}/query`, list(shown, row(OTHER, properties))),
    );
    expect(objects.find(({ object }) => object === "data_source")).toMatchObject({
      id: SOURCE,
      parent: { database_id: DATABASE },
      properties: {
        Origin: { id: "o%3Ac", type: "select", select: { options: [option] } },
        Like: { id: "lk", type: "relation", relation: { data_source_id: SOURCE } },
      },
    });
  });

  test("its rollups follow a relation that the rows have; without one there are none", () => {
    const rollup = { type: "number", number: 1, function: "count" };
    const Count = { id: "ro", type: "rollup", rollup };
    const Like = { id: "l%3Ak", type: "relation", relation: [{ id: OTHER }], has_more: false };
    const schema = (properties: object) =>
      before(exchange("GET", `/v1/pages/${PAGE}`, row(PAGE, properties))).find(
        ({ object }) => object === "data_source",
      )?.properties;
    expect(schema({ Count, Like })).toMatchObject({
      Count: { type: "rollup", rollup: { function: "count", relation_property_id: "l%3Ak" } },
    });
    expect(schema({ Count })).toEqual({ Name: { id: "title", type: "title", title: {} } });
  });

  test("a page that is trashed as a block and restored as a page was not in the trash", async () => {
    const tape = await record(async (call) => {
      const { id: home } = await call("POST", "/v1/pages", { parent: { workspace: true } });
      const { id } = await call("POST", "/v1/pages", { parent: { page_id: home } });
      await call("DELETE", `/v1/blocks/${id}`);
      await call("PATCH", `/v1/pages/${id}`, { in_trash: false });
    });
    const replayed = await replay(tapeOf(...tape.exchanges.slice(2)));
    expect(replayed.map(({ ours, differences }) => [ours.status, differences])).toEqual([
      [200, []],
      [200, []],
    ]);
  });

  test("children keep the order of their list, whatever else is shown of them before it", async () => {
    const tape = await record(async (call) => {
      const { id: home } = await call("POST", "/v1/pages", { parent: { workspace: true } });
      const parent = { type: "page_id", page_id: home };
      const databases = [];
      for (const _ of "abc") databases.push(await call("POST", "/v1/databases", { parent }));
      const [first] = databases;
      await call("POST", "/v1/pages", { parent });
      await call("GET", `/v1/data_sources/${first.data_sources[0].id}`);
      await call("GET", `/v1/databases/${databases[2].id}`);
      await call("GET", `/v1/blocks/${home}/children`);
    });
    const replayed = await replay(tapeOf(...tape.exchanges.slice(5)));
    expect(replayed.map(({ ours, differences }) => [ours.status, differences])).toEqual(
      replayed.map(() => [200, []]),
    );
  });

  test("what is in an agent, and a database in a database, is in the workspace", () => {
    const agent = { type: "agent_id", agent_id: OTHER };
    const shown = before(exchange("GET", `/v1/pages/${PAGE}`, page(PAGE, { parent: agent })));
    expect(shown.find(({ id }) => id === PAGE)).toMatchObject({ parent: top });

    const wiki = { type: "database_id", database_id: OTHER };
    const parent = { type: "database_id", database_id: DATABASE };
    const source = { object: "data_source", id: SOURCE, parent, database_parent: wiki, properties: {} };
    const both = before(exchange("GET", `/v1/data_sources/${SOURCE}`, source));
    expect(both.find(({ id }) => id === DATABASE)).toMatchObject({ parent: top });
    expect(both.find(({ id }) => id === SOURCE)).toMatchObject({ parent });
  });

  test("rows that tell the same minute were made in the order that queries show, the newest first", () => {
    const objects = before(
      exchange("POST", `/v1/data_sources/${SOURCE}/query`, list(row(OTHER, {})), { body: { page_size: 1 } }),
      exchange("POST", `/v1/data_sources/${SOURCE}/query`, list(row(PAGE, {}), row(OTHER, {})), { body: {} }),
    );
    const rows = objects.filter(({ object }) => object === "page");
    expect(rows.map(({ id, created_time }) => [id, created_time])).toEqual([
      [OTHER, "2026-03-01T09:05:00.001Z"],
      [PAGE, "2026-03-01T09:05:00.002Z"],
    ]);
  });

  test("of a block that has children which nobody asked for, there is one", () => {
    const block = {
      object: "block",
      id: OTHER,
      type: "table",
      table: {},
      parent: { type: "page_id", page_id: PAGE },
    };
    const shown = exchange("GET", `/v1/blocks/${OTHER}`, { ...block, has_children: true });
    const asked = exchange("GET", `/v1/blocks/${OTHER}/children`, list());
    const rows = (...exchanges: Exchange[]) =>
      before(...exchanges).filter(({ type }) => type === "table_row").length;
    expect([rows(shown), rows(shown, asked)]).toEqual([1, 0]);
  });

  test("what is named by lists of templates and emojis, and by a comment in an open discussion", async () => {
    const title = [{ type: "text", text: { content: "Lot", link: null } }];
    const shown = row(PAGE, { Name: { id: "title", type: "title", title } });
    const template = { id: OTHER, name: "Cupping", is_default: true };
    const comment = { parent: { type: "page_id", page_id: PAGE }, discussion_id: BOT, rich_text: [] };
    const emoji = { id: BOT, name: "bean", url: "https://example.com/bean.png" };
    const emojis = {
      object: "list",
      type: "custom_emoji",
      results: [emoji],
      next_cursor: null,
      has_more: false,
    };
    const tape = tapeOf(
      exchange("GET", `/v1/pages/${PAGE}`, shown),
      exchange("GET", `/v1/data_sources/${SOURCE}/templates`, {
        templates: [template],
        has_more: false,
        next_cursor: null,
      }),
      exchange("GET", "/v1/custom_emojis", emojis),
      exchange(
        "POST",
        "/v1/comments",
        { object: "comment", id: COMMENT, ...comment },
        { body: { discussion_id: BOT, rich_text: [] } },
      ),
    );
    const replayed = await replay(tape);
    expect(replayed.map(({ ours }) => ours.status)).toEqual([200, 200, 200, 200]);
    expect(replayed.slice(1, 3).flatMap(({ differences }) => differences)).toEqual([]);
  });

  test("a database of 2022-06-28 is a database with a data source", () => {
    const database = {
      object: "database",
      id: DATABASE,
      parent: top,
      title: [],
      properties: { Name: { id: "title", type: "title", title: {} } },
    };
    const shown = page(PAGE, { parent: { type: "database_id", database_id: DATABASE }, archived: false });
    const objects = before(
      exchange("GET", `/v1/databases/${DATABASE}`, database, { version: "2022-06-28" }),
      exchange("GET", `/v1/pages/${PAGE}`, shown, { version: "2022-06-28" }),
    );
    const source = objects.find(({ object }) => object === "data_source");
    expect(source).toMatchObject({ parent: { database_id: DATABASE }, properties: database.properties });
    expect(objects.find(({ id }) => id === PAGE)?.parent).toMatchObject({ data_source_id: source?.id });
  });
});

const text = (content: string) => [{ text: { content } }];

/** A little of everything. */
async function write(call: Call) {
  const home = await call("POST", "/v1/pages", {
    parent: top,
    properties: { title: text("Home") },
    icon: { emoji: "☕" },
  });
  const parent = { type: "page_id", page_id: home.id };
  await call("POST", "/v1/pages", { parent, properties: { title: text("Inner") } });
  const { results } = await call("PATCH", `/v1/blocks/${home.id}/children`, {
    children: [
      {
        toggle: {
          rich_text: text("More"),
          children: [{ to_do: { rich_text: text("Later"), checked: true } }],
        },
      },
      { paragraph: { rich_text: [{ mention: { page: { id: home.id } } }], color: "red" } },
    ],
  });
  const database = await call("POST", "/v1/databases", {
    parent,
    title: text("Beans"),
    initial_data_source: {
      properties: {
        Name: { title: {} },
        Origin: { multi_select: { options: [{ name: "Guji" }, { name: "Huila" }] } },
      },
    },
  });
  const data_source_id = database.data_sources[0].id;
  for (const name of ["Lot 1", "Lot 2", "Lot 3"]) {
    const properties = { Name: { title: text(name) }, Origin: { multi_select: [{ name: "Huila" }] } };
    await call("POST", "/v1/pages", { parent: { data_source_id }, properties });
  }
  await call("POST", "/v1/comments", { parent: { page_id: home.id }, rich_text: text("Nice") });
  return { home, toggle: results[0], database, data_source_id };
}

async function read(
  call: Call,
  { home, toggle, database, data_source_id }: Awaited<ReturnType<typeof write>>,
) {
  await call("GET", "/v1/users/me");
  await call("GET", `/v1/pages/${home.id}`);
  await call("GET", `/v1/blocks/${home.id}/children`);
  await call("GET", `/v1/blocks/${toggle.id}/children`);
  await call("GET", `/v1/databases/${database.id}`);
  await call("GET", `/v1/data_sources/${data_source_id}`);
  await call("POST", `/v1/data_sources/${data_source_id}/query`, {});
  await call("GET", `/v1/comments?block_id=${home.id}`);
  await call("POST", "/v1/search", {});
}
