import { describe, expect, test } from "vitest";
import {
  BOT,
  GUEST,
  invalid,
  NOBODY,
  notFound,
  PAGE,
  refusal,
  startWithPage,
  text,
  textAnswer,
} from "./workspace.ts";

describe("shape", () => {
  test("a page in a page has a title and nothing else", async () => {
    const { create } = await startWithPage();
    const { status, body } = await create({
      parent: { page_id: PAGE },
      properties: { title: { title: text("Pour-over: 1/2 & more") } },
      icon: { emoji: "☕" },
      cover: { external: { url: "https://example.com/cup.jpg" } },
    });
    expect(status).toBe(200);
    const { id, request_id, ...page } = body;
    expect(page).toEqual({
      object: "page",
      created_time: "2026-11-20T12:34:00.000Z",
      last_edited_time: "2026-11-20T12:34:00.000Z",
      created_by: { object: "user", id: BOT },
      last_edited_by: { object: "user", id: BOT },
      cover: { type: "external", external: { url: "https://example.com/cup.jpg" } },
      icon: { type: "emoji", emoji: "☕" },
      parent: { type: "page_id", page_id: PAGE },
      in_trash: false,
      is_archived: false,
      is_locked: false,
      properties: { title: { id: "title", type: "title", title: textAnswer("Pour-over: 1/2 & more") } },
      url: `https://app.notion.com/p/Pour-over-1-2-more-${id.replaceAll("-", "")}`,
      public_url: null,
    });
  });

  test("an untitled page has no words in its URL", async () => {
    const { create } = await startWithPage();
    const { body } = await create({ parent: { page_id: PAGE } });
    expect(body.url).toBe(`https://app.notion.com/p/${body.id.replaceAll("-", "")}`);
    expect(body.properties).toEqual({ title: { id: "title", type: "title", title: [] } });
  });

  test("a row names its data source and its database, and has a value for each property", async () => {
    const { create, addSource } = await startWithPage();
    const { id, databaseId } = await addSource({ Count: { number: {} }, Done: { checkbox: {} } });
    const { body } = await create({ parent: { data_source_id: id }, properties: {} });
    expect(body.parent).toEqual({ type: "data_source_id", data_source_id: id, database_id: databaseId });
    expect(body.properties).toEqual({
      Count: { id: expect.any(String), type: "number", number: null },
      Done: { id: expect.any(String), type: "checkbox", checkbox: false },
      Name: { id: "title", type: "title", title: [] },
    });
  });

  test("the title comes last, because properties are in the order of the length of their ids", async () => {
    const { create, addSource } = await startWithPage();
    const { id } = await addSource({ Zeta: { number: {} }, Alpha: { number: {} } });
    const { body } = await create({ parent: { data_source_id: id } });
    expect(Object.keys(body.properties)).toEqual(["Zeta", "Alpha", "Name"]);
  });

  test("filter_properties leaves out the others, by id or name", async () => {
    const { call, addSource } = await startWithPage();
    const { id } = await addSource({ Count: { number: {} }, Done: { checkbox: {} } });
    const { body } = await call("POST", "/v1/pages?filter_properties=Count&filter_properties=title", {
      parent: { data_source_id: id },
    });
    expect(Object.keys(body.properties)).toEqual(["Count", "Name"]);
  });
});

describe("validation", () => {
  test("an unknown parent is not found, under the name of its kind", async () => {
    const { create } = await startWithPage();
    expect(refusal(await create({ parent: { page_id: NOBODY } }))).toEqual(notFound("page", NOBODY));
    expect(refusal(await create({ parent: { data_source_id: NOBODY } }))).toEqual(
      notFound("data_source", NOBODY),
    );
    expect(refusal(await create({ parent: { database_id: NOBODY } }))).toEqual(notFound("database", NOBODY));
  });

  test("what is wrong with properties is said of all of them", async () => {
    const { create, addSource } = await startWithPage();
    const { id } = await addSource({ Count: { number: {} }, Link: { url: {} } });
    const answer = await create({
      parent: { data_source_id: id },
      properties: { Count: { checkbox: true }, Color: { number: 1 }, Link: { number: 1 } },
    });
    expect(refusal(answer)).toEqual(
      invalid(
        "Count is expected to be number. Color is not a property that exists. Link is expected to be url.",
      ),
    );
  });

  test("a page in a page has no other property", async () => {
    const { create } = await startWithPage();
    const answer = await create({ parent: { page_id: PAGE }, properties: { Count: { number: 1 } } });
    expect(refusal(answer)).toEqual(invalid("Count is not a property that exists."));
  });

  test.each(["nope", "file-upload://2f1c"])("a cover at %s, which is no address of the web", async (url) => {
    const { create, update } = await startWithPage();
    const cover = { external: { url } };
    const expected = invalid("Invalid page cover URL.");
    expect(refusal(await create({ parent: { page_id: PAGE }, cover }))).toEqual(expected);
    expect(refusal(await update(PAGE, { cover }))).toEqual(expected);
  });

  test("a parent in the trash takes nothing in", async () => {
    const { create, update } = await startWithPage();
    await update(PAGE, { in_trash: true });
    expect(refusal(await create({ parent: { page_id: PAGE } }))).toEqual(
      invalid("Can't edit block that is archived. You must unarchive the block before editing."),
    );
  });

  test("a database with several data sources does not say which one is meant", async () => {
    const { create, call, addSource } = await startWithPage();
    const { databaseId, id } = await addSource({});
    const { body: second } = await call("POST", "/v1/data_sources", {
      parent: { type: "database_id", database_id: databaseId },
      properties: { Name: { title: {} } },
    });
    expect(refusal(await create({ parent: { database_id: databaseId } }))).toEqual({
      ...invalid("Databases with multiple data sources are not supported in this API version."),
      additional_data: {
        error_type: "multiple_data_sources_for_database",
        database_id: databaseId,
        child_data_source_ids: [id, second.id],
        minimum_api_version: "2025-09-03",
      },
    });
  });

  test("an internal connection that sees only what is shared has no workspace of its own", async () => {
    const { call } = await startWithPage();
    const answer = await call("POST", "/v1/pages", { parent: { workspace: true } }, { token: "ntn_guest" });
    expect(refusal(answer)).toEqual(
      invalid(
        "Provide a `parent.page_id` or `parent.database_id` parameter to create a page, or use a public integration with `insert_content` capability. Internal integrations aren't owned by a single user, so creating workspace-level private pages is not supported.",
      ),
    );
  });

  test("a position is a place in a page", async () => {
    const { create, addSource } = await startWithPage();
    const { id } = await addSource({});
    expect(
      refusal(await create({ parent: { data_source_id: id }, position: { type: "page_start" } })),
    ).toEqual(invalid("A position can only be given to a page in a page."));
    const after = { type: "after_block", after_block: { id: NOBODY } };
    expect(refusal(await create({ parent: { page_id: PAGE }, position: after }))).toEqual(
      invalid(`Block ID (${NOBODY}) to append children after is not parented by ${PAGE}.`),
    );
  });

  test("Markdown is not there yet", async () => {
    const { create } = await startWithPage();
    expect(refusal(await create({ parent: { page_id: PAGE }, markdown: "# Title" }))).toEqual({
      answered: 501,
      object: "error",
      status: 501,
      code: "not_implemented",
      message: "The local server does not implement createPage with markdown yet.",
    });
  });

  test("nothing stays of a page whose content is refused", async () => {
    const { create, call } = await startWithPage();
    const answer = await create({
      parent: { page_id: PAGE },
      children: [{ synced_block: { synced_from: { block_id: NOBODY } } }],
    });
    expect(answer.status).not.toBe(200);
    const { body } = await call("GET", `/v1/blocks/${PAGE}/children`);
    expect(body.results).toEqual([]);
  });
});

describe("behaviour", () => {
  test("content comes with the page, under either name", async () => {
    const { create, call } = await startWithPage();
    for (const name of ["children", "content"]) {
      const { body } = await create({
        parent: { page_id: PAGE },
        [name]: [{ paragraph: { rich_text: text("One") } }, { divider: {} }],
      });
      const { body: list } = await call("GET", `/v1/blocks/${body.id}/children`);
      expect(list.results.map(({ type }: { type: string }) => type)).toEqual(["paragraph", "divider"]);
    }
  });

  test("a page stands among the blocks of its parent, where it was asked to", async () => {
    const { create, call } = await startWithPage();
    const { body: first } = await create({ parent: { page_id: PAGE } });
    const { body: last } = await create({ parent: { page_id: PAGE } });
    const { body: start } = await create({ parent: { page_id: PAGE }, position: { type: "page_start" } });
    const { body: second } = await create({
      parent: { page_id: PAGE },
      position: { type: "after_block", after_block: { id: first.id } },
    });
    const { body: list } = await call("GET", `/v1/blocks/${PAGE}/children`);
    expect(list.results.map(({ id }: { id: string }) => id)).toEqual([
      start.id,
      first.id,
      second.id,
      last.id,
    ]);
    expect((await call("GET", `/v1/blocks/${PAGE}`)).body.has_children).toBe(true);
  });

  test("the parent was edited", async () => {
    const { create, get, clock } = await startWithPage();
    clock.time = new Date("2026-11-21T08:00:00Z");
    await create({ parent: { page_id: PAGE } });
    expect((await get(PAGE)).body.last_edited_time).toBe("2026-11-21T08:00:00.000Z");
  });

  test("a database stands for its only data source", async () => {
    const { create, addSource } = await startWithPage();
    const { id, databaseId } = await addSource({});
    const { body } = await create({ parent: { database_id: databaseId } });
    expect(body.parent.data_source_id).toBe(id);
  });

  test("a public connection sees the page that it makes in the workspace", async () => {
    const { call } = await startWithPage();
    const asPublic = { token: "ntn_public" };
    const made = await call(
      "POST",
      "/v1/pages",
      { properties: { title: { title: text("Mine") } } },
      asPublic,
    );
    expect(made.body.parent).toEqual({ type: "workspace", workspace: true });
    const read = await call("GET", `/v1/pages/${made.body.id}`, undefined, asPublic);
    expect(read.body.properties.title.title).toEqual(textAnswer("Mine"));
    const other = await call("GET", `/v1/pages/${made.body.id}`, undefined, { token: "ntn_guest" });
    expect(refusal(other)).toEqual(notFound("page", made.body.id, GUEST));
  });
});
