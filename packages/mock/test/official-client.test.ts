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

  test("oauth", async () => {
    const credentials = { client_id: "id", client_secret: "secret" };
    const { oauth } = client();
    const refresh = { ...credentials, grant_type: "refresh_token", refresh_token: "nrt_1" } as const;
    expect(await oauth.token(refresh)).toMatchObject({ token_type: "bearer" });
    expect(await oauth.introspect({ ...credentials, token: "ntn_1" })).toMatchObject({ active: true });
    expect(await oauth.revoke({ ...credentials, token: "ntn_1" })).toHaveProperty("request_id");
  });

  test("agents", async () => {
    const agent_id = "notion_ai";
    const { agents } = client();
    expect(await agents.query({ filter: { property: "id", id: { equals: ID } } })).toMatchObject({
      type: "agent",
    });
    expect(await agents.retrieve({ agent_id, verbose: true })).toMatchObject({ object: "agent" });
    expect(await agents.retrieveInsights({ agent_id })).toMatchObject({ object: "agent_insights" });
    expect(await agents.updateStatus({ agent_id, status: "disabled" })).toMatchObject({ status: "disabled" });
    expect(await agents.updateCreditLimit({ agent_id, credit_limit: 5 })).toHaveProperty("credit_limit");
    expect(await agents.delete({ agent_id })).toMatchObject({ status: "deleted" });
    expect(await agents.batch({ operations: [{ action: "delete", agent_id }] })).toMatchObject({
      object: "async_task",
    });
  });

  test("sessions", async () => {
    const session_id = ID;
    const { sessions } = client();
    expect(await sessions.update({ message: "Hello" })).toMatchObject({ object: "session" });
    expect(await sessions.retrieve({ session_id })).toMatchObject({ object: "session" });
    expect(await sessions.cancel({ session_id })).toMatchObject({ status: "canceled" });
    expect(await sessions.query({})).toMatchObject({ type: "session" });
    expect(await sessions.queryEvents({ session_id })).toMatchObject({ type: "session_event" });
  });

  test("a stream of a session", async () => {
    const types: string[] = [];
    for await (const { type } of client().sessions.stream({ message: "Hello" })) types.push(type);
    expect(types[0]).toBe("session.snapshot");
    expect(types).toContain("event.committed");
    expect(types.at(-1)).toBe("stream.end");
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

  test("file uploads", async () => {
    const uploads = client().fileUploads;
    const file_upload_id = "b405c3ea-16d8-45f2-8b73-c8e90c46a5bc";
    expect(await uploads.create({ mode: "single_part", filename: "guji.jpg" })).toMatchObject({
      object: "file_upload",
      status: "pending",
    });
    const file = { filename: "guji.jpg", data: new Blob(["bytes"], { type: "image/jpeg" }) };
    expect(await uploads.send({ file_upload_id, file, part_number: "1" })).toMatchObject({
      id: file_upload_id,
    });
    expect(await uploads.complete({ file_upload_id })).toMatchObject({ status: "uploaded" });
    expect(await uploads.list({ status: "uploaded" })).toMatchObject({ type: "file_upload" });
  });

  test("Markdown", async () => {
    const read = await client().pages.retrieveMarkdown({ page_id: ID, include_transcript: true });
    expect(read.object).toBe("page_markdown");
    const changed = await client().pages.updateMarkdown({
      page_id: ID,
      type: "update_content",
      update_content: { content_updates: [{ old_str: "a", new_str: "b" }] },
    });
    expect(changed.object).toBe("page_markdown");
  });

  test("meeting notes, custom emojis, async tasks", async () => {
    const filters = [{ property: "attendees" as const, filter: { operator: "is_not_empty" as const } }];
    const found = await client().blocks.meetingNotes.query({
      filter: { operator: "and", filters },
      limit: 10,
    });
    expect(found.results).toHaveLength(1);
    expect(await client().customEmojis.list({ name: "coffee_bean" })).toMatchObject({ type: "custom_emoji" });
    expect(await client().asyncTasks.retrieve({ task_id: "task_1" })).toMatchObject({ status: "succeeded" });
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
