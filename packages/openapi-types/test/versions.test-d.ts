import { describe, expectTypeOf, test } from "vitest";
import type * as v2025 from "../src/__generated__/2025-09-03.ts";
import type {
  LatestVersion,
  NotionVersion,
  OperationId,
  Operations,
  Page,
  Paths,
  paths,
  RequestBody,
  Schema,
  SchemaName,
} from "../src/index.ts";

test("the versions", () => {
  expectTypeOf<NotionVersion>().toEqualTypeOf<"2022-06-28" | "2025-09-03" | "2026-03-11">();
  expectTypeOf<LatestVersion>().toEqualTypeOf<"2026-03-11">();
});

test("the root is the newest version", () => {
  expectTypeOf<paths>().toEqualTypeOf<Paths<"2026-03-11">>();
  expectTypeOf<Page>().toEqualTypeOf<Schema<"Page">>();
  expectTypeOf<Schema<"Page">>().toEqualTypeOf<Schema<"Page", "2026-03-11">>();
});

test("a module of a version is that version", () => {
  expectTypeOf<v2025.Page>().toEqualTypeOf<Schema<"Page", "2025-09-03">>();
});

test("the header is the date of the version", () => {
  type Header<V extends NotionVersion> = Operations<V>["getPage"]["parameters"]["header"]["Notion-Version"];
  expectTypeOf<Header<"2022-06-28">>().toEqualTypeOf<"2022-06-28">();
  expectTypeOf<Header<"2026-03-11">>().toEqualTypeOf<"2026-03-11">();
});

describe("what came and what went", () => {
  test("`archived` is on pages before 2026-03-11", () => {
    expectTypeOf<Schema<"Page", "2022-06-28">>().toHaveProperty("archived");
    expectTypeOf<Schema<"Page", "2025-09-03">>().toHaveProperty("archived");
    expectTypeOf<Schema<"Page">>().not.toHaveProperty("archived");
    expectTypeOf<RequestBody<"updatePage", "2025-09-03">>().toHaveProperty("archived");
    expectTypeOf<RequestBody<"updatePage">>().not.toHaveProperty("archived");
    expectTypeOf<RequestBody<"updatePage">>().toHaveProperty("in_trash");
  });

  test("data sources are there from 2025-09-03 on, and query the database before", () => {
    expectTypeOf<OperationId<"2022-06-28">>()
      .extract<"createDataSource" | "queryDatabase">()
      .toEqualTypeOf<"queryDatabase">();
    expectTypeOf<OperationId<"2025-09-03">>()
      .extract<"createDataSource" | "queryDatabase">()
      .toEqualTypeOf<"createDataSource">();
    expectTypeOf<OperationId>()
      .extract<"createDataSource" | "queryDatabase">()
      .toEqualTypeOf<"createDataSource">();
    expectTypeOf<Paths<"2022-06-28">>().not.toHaveProperty("/v1/data_sources/{data_source_id}/query");
    expectTypeOf<Paths>().not.toHaveProperty("/v1/databases/{database_id}/query");
    // @ts-expect-error the operation is of another version
    expectTypeOf<RequestBody<"queryDatabase">>().toBeNever();
    // @ts-expect-error the schema is of another version
    expectTypeOf<Schema<"DataSource", "2022-06-28">>().toBeUnknown();
  });

  test("`after` of an append is replaced by `position`", () => {
    expectTypeOf<RequestBody<"appendBlockChildren", "2025-09-03">>().toHaveProperty("after");
    expectTypeOf<RequestBody<"appendBlockChildren">>().not.toHaveProperty("after");
    expectTypeOf<RequestBody<"appendBlockChildren">>().toHaveProperty("position");
  });

  test("transcription blocks are called meeting notes from 2026-03-11 on", () => {
    type Tag<V extends NotionVersion> = Extract<
      Schema<"Block", V>["type"],
      "transcription" | "meeting_notes"
    >;
    expectTypeOf<Tag<"2022-06-28">>().toEqualTypeOf<"transcription">();
    expectTypeOf<Tag<"2025-09-03">>().toEqualTypeOf<"transcription">();
    expectTypeOf<Tag<"2026-03-11">>().toEqualTypeOf<"meeting_notes">();
    expectTypeOf<SchemaName>().extract<"TranscriptionBlock">().toBeNever();
  });

  test("a search asks for databases before 2025-09-03, for data sources since", () => {
    type Kind<V extends NotionVersion> = Extract<
      NonNullable<RequestBody<"search", V>["filter"]>,
      { property: unknown }
    >["value"];
    expectTypeOf<Kind<"2022-06-28">>().toEqualTypeOf<"page" | "database">();
    expectTypeOf<Kind<"2026-03-11">>().toEqualTypeOf<"page" | "data_source">();
  });

  test("a database has its properties itself before 2025-09-03, its data sources have them since", () => {
    expectTypeOf<Schema<"Database", "2022-06-28">>().toHaveProperty("properties");
    expectTypeOf<Schema<"Database">>().not.toHaveProperty("properties");
    expectTypeOf<Schema<"Database">>().toHaveProperty("data_sources");
    expectTypeOf<Schema<"DataSource">>().toHaveProperty("properties");
  });
});
