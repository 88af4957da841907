import { createChecker, loadBundle } from "@notional/checker";
import { createServer } from "@notional/server";
import { describe, expect, onTestFinished, test } from "vitest";
import { createClient, isNotionError, type NotionVersion, queryAll, versions } from "../src/index.ts";

/**
 * A server of its own for the test that asks for it, and a client whose every exchange is held to the document of its
 * version.
 */
async function setUp<const Version extends NotionVersion>(version: Version) {
  const server = await createServer({ settings: { strict: true } });
  onTestFinished(() => server.close());
  const checker = createChecker(loadBundle(version));
  const problems: unknown[] = [];
  const fetch = async (request: Request) => {
    const { pathname: path, searchParams } = new URL(request.url);
    const text = await request.clone().text();
    const response = await server.fetch(request);
    const sent = {
      method: request.method,
      path,
      query: [...searchParams] as [string, string][],
      headers: Object.fromEntries(request.headers),
      ...(text !== "" && { body: JSON.parse(text) }),
    };
    const operation = checker.operationOf(sent);
    if (!operation) throw new Error(`${version} has no ${request.method} ${path}.`);
    const answer = {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: await response.clone().json(),
    };
    problems.push(...checker.checkRequest(sent), ...checker.checkResponse(operation, answer));
    return response;
  };
  const notion = createClient({ auth: "ntn_local_dev", version, fetch, pace: false });
  return { notion, problems };
}

const text = (content: string) => [{ text: { content } }];
/** A page of the sample workspace, which a server starts with. */
const page_id = "2a7e3b51-8d4f-4c69-b2ea-3f507b9d1c23";

describe.each(versions)("%s", (version) => {
  test("pages and their blocks", async () => {
    const { notion, problems } = await setUp(version);
    const me = await notion.users.me();
    expect((await notion.users.list().collect()).map(({ id }) => id)).toContain(me.id);
    // biome-ignore lint/suspicious/noExplicitAny: the low level of any version
    expect((await (notion as any).GET("/v1/users/me")).data).toMatchObject({ object: "user", id: me.id });

    const page = await notion.pages.create({
      parent: { page_id },
      properties: { title: { title: text("Beans") } },
    });
    if (page.object !== "page") throw new Error("The server makes pages at once.");
    const children = ["one", "two", "three"].map((line) => ({ paragraph: { rich_text: text(line) } }));
    await notion.blocks.children.append({ block_id: page.id, children });
    const lines: unknown[] = [];
    for await (const block of notion.blocks.children.list({ block_id: page.id, page_size: 2 })) {
      if (block.type === "paragraph") lines.push(block.paragraph.rich_text[0]?.plain_text);
    }
    expect(lines).toEqual(["one", "two", "three"]);

    const [first] = await notion.blocks.children.list({ block_id: page.id }).collect(1);
    await notion.blocks.update({ block_id: first?.id ?? "", paragraph: { rich_text: text("ONE") } });
    await notion.blocks.delete({ block_id: first?.id ?? "" });
    expect((await notion.blocks.children.list({ block_id: page.id })).results).toHaveLength(2);
    const title = await notion.pages.properties.get({ page_id: page.id, property_id: "title" }).collect();
    expect(title).toMatchObject([{ title: { plain_text: "Beans" } }]);
    await notion.pages.update({ page_id: page.id, in_trash: true });
    expect(problems).toEqual([]);
  });

  test("a failure is an error with its code", async () => {
    const { notion, problems } = await setUp(version);
    const unknown = "00000000-0000-4000-8000-000000000000";
    const error = await notion.pages.get({ page_id: unknown }).catch((caught: unknown) => caught);
    if (!isNotionError(error, "object_not_found")) throw error;
    expect(error).toMatchObject({ status: 404, requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) });
    await expect(notion.pages.get({ page_id: "x" })).rejects.toMatchObject({
      code: "validation_error",
      message: 'path failed validation: path.page_id should be a valid uuid, instead was `"x"`.',
    });
    expect(problems).toMatchObject([{ at: "path.page_id" }]);
  });
});

describe("rows", () => {
  const names = ["Guji", "Kochere", "Sidama"];
  const schema = { Name: { title: {} }, Origin: { rich_text: {} } };

  test("of a data source", async () => {
    const { notion, problems } = await setUp("2026-03-11");
    const parent = await notion.pages.create({ parent: { page_id }, properties: {} });
    if (parent.object !== "page") throw new Error("The server makes pages at once.");
    const database = await notion.databases.create({
      parent: { type: "page_id", page_id: parent.id },
      initial_data_source: { properties: schema },
    });
    const data_source_id = database.data_sources?.[0]?.id ?? "";
    for (const name of names) {
      await notion.pages.create({ parent: { data_source_id }, properties: { Name: { title: text(name) } } });
    }
    const query = { data_source_id, filter: { property: "Name", title: { does_not_equal: "Kochere" } } };
    expect(await notion.dataSources.query({ ...query, page_size: 1 }).collect()).toHaveLength(2);
    const all: string[] = [];
    for await (const row of queryAll(notion, { ...query, page_size: 1 })) all.push(row.id);
    expect(all).toHaveLength(2);
    const { properties } = await notion.dataSources.get({ data_source_id });
    expect(Object.keys(properties ?? {}).sort()).toEqual(["Name", "Origin"]);
    expect(problems).toEqual([]);
  });

  test("of a database, before there were data sources", async () => {
    const { notion, problems } = await setUp("2022-06-28");
    const parent = await notion.pages.create({ parent: { page_id }, properties: {} });
    if (parent.object !== "page") throw new Error("The server makes pages at once.");
    const { id: database_id } = await notion.databases.create({
      parent: { page_id: parent.id },
      properties: schema,
    });
    for (const name of names) {
      await notion.pages.create({ parent: { database_id }, properties: { Name: { title: text(name) } } });
    }
    const all: string[] = [];
    for await (const row of queryAll(notion, { database_id, page_size: 2 })) all.push(row.id);
    expect(all).toHaveLength(3);
    expect(problems).toEqual([]);
  });
});
