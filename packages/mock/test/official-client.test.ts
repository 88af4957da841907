import { APIErrorCode, Client, LogLevel } from "@notionhq/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Mock } from "../src/index.ts";
import { createMock } from "../src/index.ts";

const ID = "1f6d2a40-7c3e-4b58-a1d9-2e4f6a8c0b12";
let mock: Mock;
let baseUrl: string;
/** Every rule that an exchange of this file broke, in either direction. */
const violations: string[] = [];

beforeAll(async () => {
  mock = createMock();
  baseUrl = (await mock.listen()).url;
});
afterAll(() => mock.close());

const recordingFetch: typeof fetch = async (url, init) => {
  const response = await fetch(url, init);
  const found = response.headers.get("sl-violations");
  if (found) violations.push(`${init?.method} ${url}: ${found}`);
  return response;
};

describe.each([
  ["its own version", undefined],
  ["2026-03-11", "2026-03-11"],
])("with %s", (_, notionVersion) => {
  const client = (auth = "ntn_local_dev") =>
    new Client({
      auth,
      baseUrl,
      fetch: recordingFetch,
      retry: false,
      logLevel: LogLevel.ERROR,
      ...(notionVersion && { notionVersion }),
    });

  test("users", async () => {
    expect(await client().users.me({})).toMatchObject({ object: "user", type: "bot" });
    expect(await client().users.list({ page_size: 2 })).toMatchObject({ object: "list", type: "user" });
  });

  test("pages", async () => {
    expect(await client().pages.retrieve({ page_id: ID })).toMatchObject({ object: "page" });
    const created = await client().pages.create({
      parent: { page_id: ID },
      properties: { title: { title: [{ text: { content: "Beans" } }] } },
      children: [{ paragraph: { rich_text: [{ text: { content: "Washed." } }] } }],
    });
    expect(created).toMatchObject({ object: "page" });
  });

  test("blocks", async () => {
    const children = await client().blocks.children.list({ block_id: ID, page_size: 50 });
    expect(children).toMatchObject({ object: "list", type: "block" });
    expect(children.results.length).toBeGreaterThan(0);
  });

  test("data sources", async () => {
    const rows = await client().dataSources.query({
      data_source_id: ID,
      filter: { property: "Roasted", checkbox: { equals: true } },
      sorts: [{ timestamp: "last_edited_time", direction: "descending" }],
    });
    expect(rows).toMatchObject({ object: "list", type: "page_or_data_source" });
  });

  test("search", async () => {
    const found = await client().search({ query: "beans", filter: { property: "object", value: "page" } });
    expect(found.object).toBe("list");
  });

  test("comments", async () => {
    expect(await client().comments.list({ block_id: ID })).toMatchObject({ object: "list", type: "comment" });
    const comment = await client().comments.create({
      parent: { page_id: ID },
      rich_text: [{ text: { content: "Which crop?" } }],
    });
    expect(comment).toMatchObject({ object: "comment" });
  });

  test("breaks no rule of the document, and nor do the answers", () => {
    expect(violations).toEqual([]);
  });

  test("understands the errors", async () => {
    await expect(client().pages.retrieve({ page_id: "nope" })).rejects.toMatchObject({
      code: APIErrorCode.ValidationError,
      message: 'path failed validation: path.page_id should be a valid uuid, instead was `"nope"`.',
    });
    await expect(client("").users.me({})).rejects.toMatchObject({
      code: APIErrorCode.Unauthorized,
      status: 401,
    });
    violations.length = 0;
  });
});
