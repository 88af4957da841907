import type { Response as ResponseOf, Schema } from "@notional/openapi-types";
import { describe, expectTypeOf, test } from "vitest";
import { createClient, type NotionClient } from "../src/index.ts";

const auth = "ntn_local_dev";
const v2022 = createClient({ auth, version: "2022-06-28" });
const v2025 = createClient({ auth, version: "2025-09-03" });
const v2026 = createClient({ auth, version: "2026-03-11" });
const page = { params: { path: { page_id: "p" } } };
const block = { params: { path: { block_id: "b" } } };
const database = { params: { path: { database_id: "d" } } };

describe("the version", () => {
  test("is the newest by default, and one of ours", () => {
    expectTypeOf(createClient({ auth })).toEqualTypeOf<NotionClient<"2026-03-11">>();
    expectTypeOf(v2022).toEqualTypeOf<NotionClient<"2022-06-28">>();
    // @ts-expect-error there are no types of that version
    createClient({ auth, version: "2021-05-13" });
    // @ts-expect-error the token is missing
    createClient({});
    // @ts-expect-error a client cannot have the types of a version that it does not send
    createClient<"2022-06-28">({ auth });
  });

  test("is not given per call", () => {
    v2026.GET("/v1/users/me");
    // @ts-expect-error it would contradict the types
    v2026.GET("/v1/users/me", { headers: { "Notion-Version": "2022-06-28" } });
    const header = { "Notion-Version": "2026-03-11" };
    // @ts-expect-error the client sends it
    v2026.GET("/v1/pages/{page_id}", { params: { path: { page_id: "p" }, header } });
  });
});

describe("paths", () => {
  test("are those of the version", () => {
    v2022.POST("/v1/databases/{database_id}/query", { ...database, body: {} });
    // @ts-expect-error since 2025-09-03 a data source is queried
    v2025.POST("/v1/databases/{database_id}/query", { ...database, body: {} });
    // @ts-expect-error since 2025-09-03
    v2022.GET("/v1/data_sources/{data_source_id}", { params: { path: { data_source_id: "d" } } });
    v2025.GET("/v1/data_sources/{data_source_id}", { params: { path: { data_source_id: "d" } } });
  });

  test("have the methods of the API", () => {
    // @ts-expect-error pages are not deleted, they are moved to the trash
    v2026.DELETE("/v1/pages/{page_id}", page);
    // @ts-expect-error users are only read
    v2026.request("post", "/v1/users");
  });

  test("have their parameters", () => {
    // @ts-expect-error which page?
    v2026.GET("/v1/pages/{page_id}");
    // @ts-expect-error which page?
    v2026.GET("/v1/pages/{page_id}", { params: { path: {} } });
    v2026.GET("/v1/users", { params: { query: { page_size: 10 } } });
    // @ts-expect-error a slip
    v2026.GET("/v1/users", { params: { query: { pageSize: 10 } } });
    // @ts-expect-error a number
    v2026.GET("/v1/users", { params: { query: { page_size: "10" } } });
  });
});

describe("bodies", () => {
  test("have the fields of the version, and no others", () => {
    v2025.PATCH("/v1/pages/{page_id}", { ...page, body: { archived: true } });
    // @ts-expect-error `in_trash` since 2026-03-11
    v2026.PATCH("/v1/pages/{page_id}", { ...page, body: { archived: true } });
    v2026.PATCH("/v1/pages/{page_id}", { ...page, body: { in_trash: true } });

    const children = [{ paragraph: { rich_text: [] } }];
    v2025.PATCH("/v1/blocks/{block_id}/children", { ...block, body: { children, after: "b" } });
    // @ts-expect-error `position` since 2026-03-11, also beside the required fields
    v2026.PATCH("/v1/blocks/{block_id}/children", { ...block, body: { children, after: "b" } });
    v2026.PATCH("/v1/blocks/{block_id}/children", {
      ...block,
      body: { children, position: { type: "start" } },
    });
  });

  test("are checked beside the required fields, and below them", () => {
    const parent = { page_id: "p" };
    const properties = {};
    v2026.POST("/v1/pages", { body: { parent, properties } });
    // @ts-expect-error a slip beside what is right
    v2026.POST("/v1/pages", { body: { parent, properties, chidlren: [] } });
    // @ts-expect-error a slip deep inside
    v2026.POST("/v1/pages", { body: { parent, children: [{ quote: { rich_text: [], colour: "red" } }] } });
  });

  test("have the constants of the version", () => {
    v2022.POST("/v1/search", { body: { filter: { property: "object", value: "database" } } });
    // @ts-expect-error `data_source` since 2025-09-03
    v2025.POST("/v1/search", { body: { filter: { property: "object", value: "database" } } });
    v2025.POST("/v1/search", { body: { filter: { property: "object", value: "data_source" } } });
    // @ts-expect-error `database` before
    v2022.POST("/v1/search", { body: { filter: { property: "object", value: "data_source" } } });
  });

  test("are there exactly where the operation takes one", () => {
    // @ts-expect-error what to create?
    v2026.POST("/v1/pages");
    // @ts-expect-error a read has none
    v2026.GET("/v1/pages/{page_id}", { ...page, body: {} });
  });

  test("are a form where the operation takes a file", () => {
    const upload = { params: { path: { file_upload_id: "f" } } };
    v2026.POST("/v1/file_uploads/{file_upload_id}/send", { ...upload, body: new FormData() });
    // @ts-expect-error JSON cannot hold a file
    v2026.POST("/v1/file_uploads/{file_upload_id}/send", { ...upload, body: { file: "" } });
    v2026.POST("/v1/file_uploads/{file_upload_id}/complete", upload);
  });

  test("in a variable are held to their type, but not to unknown fields", () => {
    const body = { in_trash: true, archived: true };
    // TypeScript looks for unknown fields in literals only. `satisfies` where the literal is brings the check back.
    v2026.PATCH("/v1/pages/{page_id}", { ...page, body });
  });
});

describe("answers", () => {
  test("are the schemas of the version", async () => {
    const { data } = await v2026.GET("/v1/pages/{page_id}", page);
    expectTypeOf(data).toEqualTypeOf<ResponseOf<"getPage"> | undefined>();
    const old = await v2022.GET("/v1/pages/{page_id}", page);
    expectTypeOf(old.data).toEqualTypeOf<ResponseOf<"getPage", 200, "2022-06-28"> | undefined>();
    expectTypeOf(old.data).not.toEqualTypeOf<typeof data>();
  });

  test("are data or an error", async () => {
    const { data, error } = await v2026.GET("/v1/users/me");
    if (error) {
      expectTypeOf(data).toBeUndefined();
      if (error.code === "object_not_found") expectTypeOf(error.status).toEqualTypeOf<404>();
      expectTypeOf(error.message).toBeString();
      return;
    }
    expectTypeOf(data).toEqualTypeOf<Schema<"User">>();
  });

  test("through `request` are the same", async () => {
    const one = await v2026.GET("/v1/users/me");
    const other = await v2026.request("get", "/v1/users/me");
    expectTypeOf(other).toEqualTypeOf(one);
  });

  test("of a block narrow to its type", async () => {
    const { data } = await v2026.GET("/v1/blocks/{block_id}", block);
    if (data?.type === "to_do") expectTypeOf(data.to_do.checked).toBeBoolean();
    // @ts-expect-error called `meeting_notes` since 2026-03-11
    if (data?.type === "transcription") return;
    const old = await v2025.GET("/v1/blocks/{block_id}", block);
    if (old.data?.type === "transcription") old.data.transcription;
  });
});
