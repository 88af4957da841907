import { describe, expect, test } from "vitest";
import { NOW } from "../../fixture.ts";
import { PAGE, refusal, refused, run, SHARED, startWithPages, text } from "../data-sources/workspace.ts";

const MISSING = "20000000-0000-4000-8000-0000000000ff";

describe("shape", () => {
  test("a database with a title, in the order of the keys that the service has", async () => {
    const { call } = await startWithPages();
    const { status, body } = await call("POST", "/v1/databases", {
      parent: { type: "page_id", page_id: PAGE },
      title: text("Tasks"),
      description: text("What to do"),
      icon: { emoji: "✅" },
      cover: { external: { url: "https://example.com/cover.png" } },
    });
    expect(status).toBe(200);
    const { request_id, ...database } = body;
    expect(JSON.stringify(database)).toBe(
      JSON.stringify({
        object: "database",
        id: body.id,
        title: [run("Tasks")],
        description: [run("What to do")],
        parent: { type: "page_id", page_id: PAGE },
        is_inline: false,
        in_trash: false,
        is_locked: false,
        created_time: "2026-11-20T12:34:56.789+00:00",
        last_edited_time: "2026-11-20T12:34:56.789+00:00",
        data_sources: [{ id: body.data_sources[0].id, name: "Tasks" }],
        icon: { type: "emoji", emoji: "✅" },
        cover: { type: "external", external: { url: "https://example.com/cover.png" } },
        url: `https://app.notion.com/p/${body.id.replaceAll("-", "")}`,
        public_url: null,
      }),
    );
    const { body: read } = await call("GET", `/v1/databases/${body.id}`);
    expect({ ...read, request_id }).toEqual(body);
  });

  test("without a title it is a new database, and its data source has none", async () => {
    const { call, get } = await startWithPages();
    const { body } = await call("POST", "/v1/databases", { parent: { type: "workspace", workspace: true } });
    expect(body.title).toEqual([run("New database")]);
    expect(body.parent).toEqual({ type: "workspace", workspace: true });
    const [source] = body.data_sources;
    expect(source.name).toBe("New database");
    const { body: dataSource } = await get(source.id);
    expect(dataSource.title).toEqual([]);
    expect(dataSource.database_parent).toEqual({ type: "workspace", workspace: true });
    expect(dataSource.properties).toEqual({
      Name: { id: "title", name: "Name", description: null, type: "title", title: {} },
    });
  });

  test("before 2025-09-03 it is one object with its schema", async () => {
    const { call } = await startWithPages();
    const body = {
      parent: { page_id: PAGE },
      title: text("Tasks"),
      properties: { Task: { title: {} }, Done: { checkbox: {} } },
    };
    const created = await call("POST", "/v1/databases", body, { version: "2022-06-28" });
    expect(created.status).toBe(200);
    expect(Object.keys(created.body.properties).toSorted()).toEqual(["Done", "Task"]);
    expect(created.body.data_sources).toBeUndefined();
  });
});

describe("validation", () => {
  test("a parent that is not there", async () => {
    const { call } = await startWithPages();
    const created = await call("POST", "/v1/databases", { parent: { type: "page_id", page_id: MISSING } });
    expect(refusal(created)).toEqual({
      status: 404,
      code: "object_not_found",
      message: `Could not find page with ID: ${MISSING}. Make sure the relevant pages and databases are shared with your integration "Local development".`,
    });
  });

  test("a cover of an inline database", async () => {
    const { call, createDatabase } = await startWithPages();
    const cover = { external: { url: "https://example.com/cover.png" } };
    const parent = { type: "page_id", page_id: PAGE };
    const words = refused("An inline database cannot have a cover.");
    expect(refusal(await call("POST", "/v1/databases", { parent, cover, is_inline: true }))).toEqual(words);
    const { id } = await createDatabase(undefined, { is_inline: true });
    expect(refusal(await call("PATCH", `/v1/databases/${id}`, { cover }))).toEqual(words);
    expect((await call("PATCH", `/v1/databases/${id}`, { cover, is_inline: false })).status).toBe(200);
  });

  test("no databases whose schema is Notion's", async () => {
    const { call } = await startWithPages();
    const parent = { type: "page_id", page_id: PAGE };
    const create = (body: object) => call("POST", "/v1/databases", { parent, ...body });
    expect(refusal(await create({ database_type: "tasks" }))).toEqual({
      status: 501,
      code: "not_implemented",
      message: "The local server does not implement createDatabase with database_type yet.",
    });
    expect(refusal(await create({ database_type: "tasks", initial_data_source: {} }))).toEqual(
      refused('body failed validation: body.database_type should be not present, instead was `"tasks"`.'),
    );
  });

  test("a schema without a title leaves nothing behind", async () => {
    const { call } = await startWithPages();
    const created = await call("POST", "/v1/databases", {
      parent: { type: "page_id", page_id: PAGE },
      initial_data_source: { properties: { Done: { checkbox: {} } } },
    });
    expect(refusal(created)).toEqual(refused("Title is not provided"));
    const { body } = await call("GET", `/v1/blocks/${PAGE}/children`);
    expect(body.results).toEqual([]);
  });

  test("the id of a data source is not that of a database", async () => {
    const { call, createDatabase } = await startWithPages();
    const { id, source } = await createDatabase();
    expect((await call("GET", `/v1/databases/${source}`)).body.code).toBe("object_not_found");
    expect((await call("GET", `/v1/data_sources/${id}`)).body.code).toBe("object_not_found");
  });
});

describe("behaviour", () => {
  test("a database stands at the end of its page", async () => {
    const { call, clock, createDatabase } = await startWithPages();
    const paragraph = { paragraph: { rich_text: text("First") } };
    await call("PATCH", `/v1/blocks/${PAGE}/children`, { children: [paragraph] });
    clock.time = new Date("2026-11-21T08:09:10.000Z");
    const { id } = await createDatabase();
    const { body: page } = await call("GET", `/v1/blocks/${PAGE}`);
    expect(page).toMatchObject({ has_children: true, last_edited_time: "2026-11-21T08:09:00.000Z" });
    const { body } = await call("GET", `/v1/blocks/${PAGE}/children`);
    expect(body.results.map(({ type }: { type: string }) => type)).toEqual(["paragraph", "child_database"]);
    expect(body.results[1]).toMatchObject({ id, child_database: { title: "Tasks" }, has_children: false });
  });

  test("a change leaves the time of the last one as it is", async () => {
    const { call, clock, createDatabase } = await startWithPages();
    const { id } = await createDatabase();
    clock.time = new Date("2026-11-21T00:00:00.000Z");
    const { body } = await call("PATCH", `/v1/databases/${id}`, { is_locked: true, icon: { emoji: "🔥" } });
    expect(body).toMatchObject({ is_locked: true, icon: { type: "emoji", emoji: "🔥" } });
    expect(body.last_edited_time).toBe(NOW.replace("Z", "+00:00"));
  });

  test("its only data source shares title, description and icon until it has its own", async () => {
    const { call, get, update, createDatabase } = await startWithPages();
    const { id, source } = await createDatabase();
    const change = { title: text("Chores"), description: text("What to do"), icon: { emoji: "🧹" } };
    await call("PATCH", `/v1/databases/${id}`, change);
    expect((await get(source)).body).toMatchObject({
      title: [run("Chores")],
      description: [run("What to do")],
      icon: { type: "emoji", emoji: "🧹" },
    });
    await update(source, { title: text("Rows") });
    const { body } = await call("PATCH", `/v1/databases/${id}`, { title: text("House") });
    expect(body.title).toEqual([run("House")]);
    expect(body.data_sources).toEqual([{ id: source, name: "Rows" }]);
  });

  test("an unnamed database takes the title of its only data source over", async () => {
    const { call, update } = await startWithPages();
    const { body } = await call("POST", "/v1/databases", { parent: { type: "page_id", page_id: PAGE } });
    await update(body.data_sources[0].id, { title: text("Chores") });
    const { body: named } = await call("GET", `/v1/databases/${body.id}`);
    expect(named.title).toEqual([run("Chores")]);
    expect(named.data_sources[0].name).toBe("Chores");
    const { body: block } = await call("GET", `/v1/blocks/${body.id}`);
    expect(block.child_database).toEqual({ title: "Chores" });
  });

  test("its data sources are found by its title", async () => {
    const { call, createDatabase } = await startWithPages();
    const { id, source } = await createDatabase();
    await call("PATCH", `/v1/databases/${id}`, { title: text("Groceries") });
    const found = async (query: string) => {
      const filter = { property: "object", value: "data_source" };
      const { body } = await call("POST", "/v1/search", { query, filter });
      return body.results.map((result: { id: string }) => result.id);
    };
    expect(await found("Groceries")).toEqual([source]);
    expect(await found("Tasks")).toEqual([]);
  });

  test("also those that come out of the trash", async () => {
    const { call, createDatabase, update } = await startWithPages();
    const { id, source } = await createDatabase();
    await update(source, { in_trash: true });
    await call("PATCH", `/v1/databases/${id}`, { title: text("Groceries") });
    await update(source, { in_trash: false });
    const { body } = await call("POST", "/v1/search", { query: "Groceries" });
    expect(body.results.map((result: { id: string }) => result.id)).toEqual([source]);
  });

  test("in the trash, with its data sources, and out again", async () => {
    const { call, get, createDatabase } = await startWithPages();
    const { id, source } = await createDatabase();
    expect((await call("PATCH", `/v1/databases/${id}`, { in_trash: true })).body.in_trash).toBe(true);
    expect((await get(source)).body.in_trash).toBe(true);
    expect((await call("GET", `/v1/databases/${id}`)).body.data_sources).toHaveLength(1);
    expect((await call("GET", `/v1/blocks/${PAGE}/children`)).body.results).toEqual([]);
    expect(refusal(await call("PATCH", `/v1/databases/${id}`, { is_locked: true }))).toEqual(
      refused("Can't edit block that is archived. You must unarchive the block before editing."),
    );
    const restored = await call("PATCH", `/v1/databases/${id}`, { in_trash: false, is_locked: true });
    expect(restored.body).toMatchObject({ in_trash: false, is_locked: true });
    expect((await get(source)).body.in_trash).toBe(false);
    expect((await call("GET", `/v1/blocks/${PAGE}/children`)).body.results).toHaveLength(1);
  });

  test("moved to another page, but not into itself", async () => {
    const { addRow, call, get, createDatabase } = await startWithPages();
    const { id, source } = await createDatabase();
    const parent = { type: "page_id", page_id: SHARED };
    expect((await call("PATCH", `/v1/databases/${id}`, { parent })).body.parent).toEqual(parent);
    expect((await get(source)).body.database_parent).toEqual(parent);
    expect((await call("GET", `/v1/blocks/${PAGE}/children`)).body.results).toEqual([]);
    expect((await call("GET", `/v1/blocks/${SHARED}/children`)).body.results[0].id).toBe(id);
    const inside = { type: "page_id", page_id: await addRow(source) };
    const moved = await call("PATCH", `/v1/databases/${id}`, { parent: inside });
    expect(refusal(moved)).toEqual(refused("A database cannot be moved into itself."));
  });

  test("who does not see its page does not see it", async () => {
    const { call, createDatabase } = await startWithPages();
    const hidden = await createDatabase();
    const seen = await createDatabase(undefined, { parent: { type: "page_id", page_id: SHARED } });
    const narrow = { token: "ntn_narrow" };
    const get = (id: string) => call("GET", `/v1/databases/${id}`, undefined, narrow);
    expect((await get(hidden.id)).status).toBe(404);
    expect((await get(seen.id)).body.data_sources).toEqual([{ id: seen.source, name: "Tasks" }]);
  });
});
