import type {
  DataSourceOrPartial,
  PageOrPartial,
  PendingAsyncTask,
  User,
  UserList,
} from "@notional/openapi-types/2026-03-11";
import { describe, expectTypeOf, test } from "vitest";
import { createClient, isNotionError, type List, queryAll } from "../src/index.ts";
import { createCore, getPage, queryDatabase } from "../src/operations.ts";

const auth = "ntn_local_dev";
const v2022 = createClient({ auth, version: "2022-06-28" });
const v2025 = createClient({ auth, version: "2025-09-03" });
const v2026 = createClient({ auth });
const page_id = "p";
const block_id = "b";
const database_id = "d";
const data_source_id = "s";

describe("breaks of 2025-09-03", () => {
  test("a data source is queried, not a database", () => {
    v2022.databases.query({ database_id });
    // @ts-expect-error `dataSources.query`
    v2025.databases.query({ database_id });
    v2025.dataSources.query({ data_source_id });
    // @ts-expect-error since 2025-09-03
    v2022.dataSources.query({ data_source_id });
  });

  test("there are views", () => {
    v2025.views.list({ database_id });
    // @ts-expect-error since 2025-09-03
    v2022.views.list({ database_id });
  });

  test("a database is created with the schema of its first data source", () => {
    const parent = { type: "page_id", page_id } as const;
    v2022.databases.create({ parent, properties: { Name: { title: {} } } });
    // @ts-expect-error `initial_data_source.properties`
    v2025.databases.create({ parent, properties: { Name: { title: {} } } });
    v2025.databases.create({ parent, initial_data_source: { properties: { Name: { title: {} } } } });
  });

  test("the parent of a database has a type", () => {
    v2022.databases.create({ parent: { page_id }, properties: {} });
    // @ts-expect-error `type: "page_id"`
    v2025.databases.create({ parent: { page_id } });
  });

  test("the schema is no longer changed with the database", () => {
    v2022.databases.update({ database_id, properties: {} });
    // @ts-expect-error `dataSources.update`
    v2025.databases.update({ database_id, properties: {} });
    v2025.dataSources.update({ data_source_id, properties: {} });
  });

  test("a database that is read has data sources, and no properties", async () => {
    const before = await v2022.databases.get({ database_id });
    if (before.properties) expectTypeOf(before.properties).toBeObject();
    const since = await v2025.databases.get({ database_id });
    // @ts-expect-error those of `dataSources.get`
    since.properties;
    if (since.data_sources) expectTypeOf(since.data_sources).toBeArray();
  });

  test("search filters by data source", () => {
    v2022.search({ filter: { property: "object", value: "database" } });
    // @ts-expect-error `data_source`
    v2025.search({ filter: { property: "object", value: "database" } });
    v2025.search({ filter: { property: "object", value: "data_source" } });
  });

  test("search finds data sources", async () => {
    const [before] = await v2022.search().collect(1);
    if (before?.object === "database") expectTypeOf(before.id).toBeString();
    const [since] = await v2025.search().collect(1);
    // @ts-expect-error `data_source`
    if (since?.object === "database") return;
    if (since?.object === "data_source") expectTypeOf(since.id).toBeString();
  });

  test("a relation leads to a data source", () => {
    const relation = { database_id, single_property: {} };
    v2022.databases.update({ database_id, properties: { Roaster: { relation } } });
    // @ts-expect-error `data_source_id`
    v2025.dataSources.update({ data_source_id, properties: { Roaster: { relation } } });
  });
});

describe("breaks of 2026-03-11", () => {
  test("a page goes into the trash, not into the archive", () => {
    v2025.pages.update({ page_id, archived: true });
    // @ts-expect-error `in_trash`
    v2026.pages.update({ page_id, archived: true });
    v2026.pages.update({ page_id, in_trash: true });
  });

  test("and so do data sources", () => {
    v2025.dataSources.update({ data_source_id, archived: true });
    // @ts-expect-error `in_trash`
    v2026.dataSources.update({ data_source_id, archived: true });
  });

  test("what is read says `in_trash` only", async () => {
    const before = await v2025.pages.get({ page_id });
    if (before.url) expectTypeOf(before.archived).toEqualTypeOf<boolean>();
    const since = await v2026.pages.get({ page_id });
    // @ts-expect-error `in_trash`
    since.archived;
  });

  test("blocks are appended at a position", () => {
    const children = [{ paragraph: { rich_text: [] } }];
    v2025.blocks.children.append({ block_id, children, after: "b" });
    // @ts-expect-error `position`
    v2026.blocks.children.append({ block_id, children, after: "b" });
    v2026.blocks.children.append({ block_id, children, position: { type: "start" } });
  });

  test("a transcription is called meeting notes", async () => {
    const before = await v2025.blocks.get({ block_id });
    if (before.type === "transcription") before.transcription;
    const since = await v2026.blocks.get({ block_id });
    // @ts-expect-error `meeting_notes`
    if (since.type === "transcription") return;
  });
});

describe("methods", () => {
  test("take everything in one object, and nothing else", () => {
    // @ts-expect-error which page?
    v2026.pages.get({});
    // @ts-expect-error which page?
    v2026.pages.get();
    // @ts-expect-error a slip
    v2026.pages.update({ page_id, propertys: {} });
    // @ts-expect-error a slip deep inside
    v2026.blocks.update({ block_id, paragraph: { rich_text: [], colour: "red" } });
    // @ts-expect-error bytes
    v2026.fileUploads.send({ file_upload_id: "f", file: "text" });
    v2026.fileUploads.send({ file_upload_id: "f", file: new Blob(["text"]) });
    v2026.search();
    v2026.users.me({}, { signal: AbortSignal.timeout(1), timeout: 5 });
  });

  test("answer with the schemas of the version", () => {
    expectTypeOf(v2026.users.me()).toEqualTypeOf<Promise<User>>();
    expectTypeOf(v2026.pages.get({ page_id })).toEqualTypeOf<Promise<PageOrPartial>>();
    expectTypeOf(v2026.pages.create({ parent: { page_id } })).resolves.toEqualTypeOf<
      PageOrPartial | PendingAsyncTask
    >();
    expectTypeOf(v2026.users.list()).toEqualTypeOf<List<UserList>>();
    expectTypeOf(v2026.users.list().collect()).resolves.toEqualTypeOf<User[]>();
  });

  test("are functions too, of any client that has them", () => {
    const core = createCore({ auth });
    expectTypeOf(getPage(core, { page_id })).toEqualTypeOf<Promise<PageOrPartial>>();
    expectTypeOf(getPage(v2022, { page_id })).toEqualTypeOf<ReturnType<typeof v2022.pages.get>>();
    queryDatabase(createCore({ auth, version: "2022-06-28" }), { database_id });
    // @ts-expect-error not in the newest version
    queryDatabase(core, { database_id });
    // @ts-expect-error which page?
    getPage(core, {});
  });

  test("`queryAll` queries what the version has", async () => {
    for await (const row of queryAll(v2022, { database_id })) {
      expectTypeOf(row.object).toEqualTypeOf<"page" | "database">();
    }
    for await (const row of queryAll(v2026, { data_source_id })) {
      if (row.object === "data_source") expectTypeOf(row).toEqualTypeOf<DataSourceOrPartial>();
    }
    // @ts-expect-error the order is that of the key
    queryAll(v2026, { data_source_id, sorts: [] });
  });
});

describe("errors", () => {
  test("narrow by their code", (error: unknown) => {
    if (isNotionError(error, "object_not_found")) {
      expectTypeOf(error.code).toEqualTypeOf<"object_not_found">();
      expectTypeOf(error.status).toEqualTypeOf<404>();
    }
    if (isNotionError(error, "rate_limited", "timeout")) {
      expectTypeOf(error.code).toEqualTypeOf<"rate_limited" | "timeout">();
    }
    // @ts-expect-error no such code
    isNotionError(error, "not_found");
  });
});
