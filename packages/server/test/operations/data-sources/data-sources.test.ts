import { describe, expect, test } from "vitest";
import { BOT, PAGE, refusal, refused, run, startWithPages, text } from "./workspace.ts";

const NAME = { Name: { title: {} } };

describe("shape", () => {
  test("a data source, in the order of the keys that the service has", async () => {
    const { call, createDatabase } = await startWithPages();
    const { id } = await createDatabase();
    const { status, body } = await call("POST", "/v1/data_sources", {
      parent: { database_id: id },
      title: text("Archive"),
      icon: { emoji: "📦" },
      properties: { ...NAME, Count: { type: "number", number: {}, description: "How many" } },
    });
    expect(status).toBe(200);
    const { request_id, ...source } = body;
    const count = body.properties.Count.id;
    expect(JSON.stringify(source)).toBe(
      JSON.stringify({
        object: "data_source",
        id: body.id,
        cover: null,
        icon: { type: "emoji", emoji: "📦" },
        created_time: "2026-11-20T12:34:00.000Z",
        created_by: { object: "user", id: BOT },
        last_edited_by: { object: "user", id: BOT },
        last_edited_time: "2026-11-20T12:34:00.000Z",
        title: [run("Archive")],
        description: [],
        is_inline: false,
        properties: {
          Count: {
            id: count,
            name: "Count",
            description: "How many",
            type: "number",
            number: { format: "number" },
          },
          Name: { id: "title", name: "Name", description: null, type: "title", title: {} },
        },
        parent: { type: "database_id", database_id: id },
        database_parent: { type: "page_id", page_id: PAGE },
        url: `https://app.notion.com/p/${id.replaceAll("-", "")}`,
        public_url: null,
        in_trash: false,
      }),
    );
  });
});

describe("validation", () => {
  test("a database that is not there, or in the trash", async () => {
    const { call, createDatabase } = await startWithPages();
    const missing = "20000000-0000-4000-8000-0000000000ff";
    const create = (database_id: string) =>
      call("POST", "/v1/data_sources", { parent: { database_id }, properties: NAME });
    expect(refusal(await create(missing))).toEqual({
      status: 404,
      code: "object_not_found",
      message: `Could not find database with ID: ${missing}. Make sure the relevant pages and databases are shared with your integration "Local development".`,
    });
    const { id } = await createDatabase();
    await call("PATCH", `/v1/databases/${id}`, { in_trash: true });
    expect(refusal(await create(id))).toEqual(
      refused("Can't edit block that is archived. You must unarchive the block before editing."),
    );
  });

  // Measured in https://github.com/tykok/notion-seed
  test("below a page in the trash a data source is not found, and its database says why", async () => {
    const { call, update } = await startWithPages();
    const { body: page } = await call("POST", "/v1/pages", { parent: { page_id: PAGE }, properties: {} });
    const { body: database } = await call("POST", "/v1/databases", {
      parent: { type: "page_id", page_id: page.id },
    });
    const source = database.data_sources[0].id;
    await call("PATCH", `/v1/pages/${page.id}`, { in_trash: true });
    expect(refusal(await update(source, { title: text("Later") }))).toEqual({
      status: 404,
      code: "object_not_found",
      message: `Could not find data_source with ID: ${source}. Make sure the relevant pages and databases are shared with your integration "Local development".`,
    });
    expect(refusal(await call("PATCH", `/v1/databases/${database.id}`, { title: text("Later") }))).toEqual(
      refused(
        "Can't edit page on block with an archived ancestor. You must unarchive the ancestor before editing page.",
      ),
    );
  });

  test("a cursor of templates that nobody gave", async () => {
    const { call, createDatabase } = await startWithPages();
    const { source } = await createDatabase();
    const answer = await call("GET", `/v1/data_sources/${source}/templates?start_cursor=${PAGE}`);
    expect(refusal(answer)).toEqual(refused(`The start_cursor provided is invalid: ${PAGE}`));
  });
});

describe("behaviour", () => {
  test("a database with several data sources lists them in the order in which they were made", async () => {
    const { call, createDatabase, update } = await startWithPages();
    const { id, source } = await createDatabase();
    const create = (title: string) =>
      call("POST", "/v1/data_sources", { parent: { database_id: id }, title: text(title), properties: NAME });
    const second = (await create("Second")).body.id;
    const third = (await create("Third")).body.id;
    const listed = async () =>
      (await call("GET", `/v1/databases/${id}`)).body.data_sources.map((one: { id: string }) => one.id);
    expect(await listed()).toEqual([source, second, third]);
    await update(second, { in_trash: true });
    expect(await listed()).toEqual([source, third]);
    const { body } = await call("GET", `/v1/databases/${id}`, undefined, { version: "2022-06-28" });
    expect(body.message).toBe("Databases with multiple data sources are not supported in this API version.");
  });

  test("in the trash it can be read, not changed", async () => {
    const { createDatabase, get, update } = await startWithPages();
    const { source } = await createDatabase();
    expect((await update(source, { in_trash: true })).body.in_trash).toBe(true);
    expect((await get(source)).body.in_trash).toBe(true);
    expect(refusal(await update(source, { title: text("Later") }))).toEqual(
      refused("Can't edit block that is archived. You must unarchive the block before editing."),
    );
    const { body } = await update(source, { in_trash: false, title: text("Later") });
    expect(body).toMatchObject({ in_trash: false, title: [run("Later")] });
  });

  test("moved to another database", async () => {
    const { call, createDatabase, update } = await startWithPages();
    const from = await createDatabase();
    const to = await createDatabase();
    const { body } = await update(from.source, { parent: { database_id: to.id } });
    expect(body.parent).toEqual({ type: "database_id", database_id: to.id });
    expect((await call("GET", `/v1/databases/${from.id}`)).body.data_sources).toEqual([]);
    const { body: database } = await call("GET", `/v1/databases/${to.id}`);
    expect(database.data_sources.map(({ id }: { id: string }) => id)).toEqual([from.source, to.source]);
  });

  test("a change sets the time of the last one, to the minute", async () => {
    const { clock, createDatabase, change, get } = await startWithPages();
    const { source } = await createDatabase();
    clock.time = new Date("2026-11-21T08:09:10.000Z");
    await change(source, {});
    const { body } = await get(source);
    expect([body.created_time, body.last_edited_time]).toEqual([
      "2026-11-20T12:34:00.000Z",
      "2026-11-21T08:09:00.000Z",
    ]);
  });

  test("times and authors of a further one are those of the database", async () => {
    const id = "20000000-0000-4000-8000-000000000030";
    const ADA = "20000000-0000-4000-8000-0000000000ad";
    const times = { created_time: "2022-02-07T21:29:00.000Z", last_edited_time: "2025-09-01T06:31:00.000Z" };
    const by = { created_by: ADA, last_edited_by: ADA };
    const source = {
      object: "data_source" as const,
      ...times,
      ...by,
      properties: { Name: { type: "title" } },
    };
    const { call } = await startWithPages([{ object: "database", id, data_sources: [source] }]);
    const parent = { database_id: id };
    const { body } = await call("POST", "/v1/data_sources", { parent, properties: NAME });
    const ada = { object: "user", id: ADA };
    expect(body).toMatchObject({ ...times, created_by: ada, last_edited_by: ada });
  });

  test("templates by name, a page at a time", async () => {
    const source = "20000000-0000-4000-8000-000000000020";
    const template = (index: number, title: string) => ({
      object: "page" as const,
      id: `20000000-0000-4000-8000-00000000010${index}`,
      title,
    });
    const templates = [template(1, "Bug report"), template(2, "Feature"), template(3, "BUG, short")];
    const { call, database } = await startWithPages([
      {
        object: "database",
        title: "Tasks",
        data_sources: [{ object: "data_source", id: source, templates, rows: [template(4, "A bug")] }],
      },
    ]);
    const [first, second, third] = templates.map(({ id, title }) => ({ id, name: title, is_default: false }));
    await database.write("*", async (db) => {
      const node = db.selectFrom("nodes").select("document").where("id", "=", source);
      const { document } = await node.executeTakeFirstOrThrow();
      const changed = JSON.stringify({ ...JSON.parse(document), default_template_id: second?.id });
      await db.updateTable("nodes").set({ document: changed }).where("id", "=", source).execute();
    });
    const list = async (query: string) => {
      const { body } = await call("GET", `/v1/data_sources/${source}/templates${query}`);
      const { request_id, ...page } = body;
      return page;
    };
    expect(await list("?page_size=2")).toEqual({
      templates: [first, { ...second, is_default: true }],
      has_more: true,
      next_cursor: third?.id,
    });
    const rest = { templates: [third], has_more: false, next_cursor: null };
    expect(await list(`?start_cursor=${third?.id}`)).toEqual(rest);
    expect((await list("?name=bug")).templates).toEqual([first, third]);
  });
});
