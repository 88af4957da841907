import { describe, expect, test } from "vitest";
import { startServer } from "../fixture.ts";
import { DATABASE, FIRST_OF_TWO, PAGE, ROW, SECOND_OF_TWO, SOURCE, seed, TWO_SOURCES } from "./seed.ts";

const version = "2022-06-28";

describe("shape", () => {
  test("a database has its schema, and no data sources", async () => {
    const { call } = await startServer(seed);
    const { body } = await call("GET", `/v1/databases/${DATABASE}`, undefined, { version });
    expect(body).toMatchObject({
      object: "database",
      id: DATABASE,
      archived: false,
      created_by: { object: "user" },
      title: [{ plain_text: "Beans" }],
      properties: { Name: { type: "title" }, Price: { type: "number", number: { format: "euro" } } },
    });
    expect(body).not.toHaveProperty("data_sources");
  });

  test("a row is in its database", async () => {
    const { call } = await startServer(seed);
    const { body } = await call("GET", `/v1/pages/${ROW}`, undefined, { version });
    expect(body.parent).toEqual({ type: "database_id", database_id: DATABASE });
  });

  test("a query is one of pages and databases", async () => {
    const { call } = await startServer(seed);
    const { body } = await call("POST", `/v1/databases/${DATABASE}/query`, {}, { version });
    expect(body).toMatchObject({
      type: "page_or_database",
      page_or_database: {},
      results: [{ id: ROW, archived: false, parent: { type: "database_id", database_id: DATABASE } }],
    });
    expect(body).not.toHaveProperty("page_or_data_source");
  });

  test("search finds databases, those with several data sources left out", async () => {
    const { call } = await startServer(seed);
    const filter = { property: "object", value: "database" };
    const { body } = await call("POST", "/v1/search", { filter }, { version });
    expect(body).toMatchObject({ type: "page_or_database", results: [{ object: "database", id: DATABASE }] });
    expect(body.results).toHaveLength(1);
  });
});

describe("validation", () => {
  const refusal = {
    object: "error",
    status: 400,
    code: "validation_error",
    message: "Databases with multiple data sources are not supported in this API version.",
    additional_data: {
      error_type: "multiple_data_sources_for_database",
      database_id: TWO_SOURCES,
      child_data_source_ids: [FIRST_OF_TWO, SECOND_OF_TWO],
      minimum_api_version: "2025-09-03",
    },
  };

  test.each([
    ["retrieved", "GET", `/v1/databases/${TWO_SOURCES}`, undefined],
    ["changed", "PATCH", `/v1/databases/${TWO_SOURCES}`, { title: [] }],
    ["queried", "POST", `/v1/databases/${TWO_SOURCES}/query`, {}],
    ["filled", "POST", "/v1/pages", { parent: { database_id: TWO_SOURCES }, properties: {} }],
  ])("a database with several data sources cannot be %s", async (_name, method, path, body) => {
    const { call } = await startServer(seed);
    const { request_id: _, ...error } = (await call(method, path, body, { version })).body;
    expect(error).toEqual(refusal);
  });

  // Reported: https://github.com/outline/outline/issues/11573
  test("a database without a data source cannot be read or queried", async () => {
    const { call } = await startServer(seed);
    await call("PATCH", `/v1/data_sources/${SOURCE}`, { in_trash: true });
    const expected = {
      status: 400,
      code: "validation_error",
      message: `Database with ID ${DATABASE} does not contain any data sources accessible by this API bot.`,
    };
    expect((await call("GET", `/v1/databases/${DATABASE}`, undefined, { version })).body).toMatchObject(
      expected,
    );
    expect((await call("POST", `/v1/databases/${DATABASE}/query`, {}, { version })).body).toMatchObject(
      expected,
    );
  });

  test("an id that is no database", async () => {
    const { call } = await startServer(seed);
    const { body } = await call("POST", `/v1/databases/${SOURCE}/query`, {}, { version });
    expect(body).toMatchObject({
      status: 404,
      code: "object_not_found",
      message: `Could not find database with ID: ${SOURCE}. Make sure the relevant pages and databases are shared with your integration "Local development".`,
    });
  });
});

describe("behaviour", () => {
  test("a page can be sent back with its parent, and made with what it is not", async () => {
    const { call } = await startServer(seed);
    const read = await call("GET", `/v1/pages/${ROW}`, undefined, { version });
    const { parent, archived, icon, cover, properties } = read.body;
    const sent = { parent, archived, icon, cover, properties };
    const updated = await call("PATCH", `/v1/pages/${ROW}`, sent, { version });
    expect({ status: updated.status, ...updated.body }).toMatchObject({ status: 200, ...sent });
    const made = await call("POST", "/v1/pages", { ...sent, children: [] }, { version });
    expect({ status: made.status, ...made.body }).toMatchObject({ status: 200, ...sent });
  });

  test("a database is made with its schema; a relation may name a database", async () => {
    const { call } = await startServer(seed);
    const body = {
      parent: { page_id: PAGE },
      title: [{ text: { content: "Orders" } }],
      properties: {
        Order: { title: {} },
        Bean: { relation: { database_id: DATABASE, single_property: {} } },
      },
    };
    const made = await call("POST", "/v1/databases", body, { version });
    expect(made).toMatchObject({
      status: 200,
      body: {
        title: [{ plain_text: "Orders" }],
        properties: {
          Order: { type: "title" },
          Bean: { relation: { database_id: DATABASE, data_source_id: SOURCE, type: "single_property" } },
        },
      },
    });
    const newer = await call("GET", `/v1/databases/${made.body.id}`);
    expect(newer.body.data_sources).toMatchObject([{ name: "Orders" }]);
  });

  test("one request changes the title of both, and the schema", async () => {
    const { call } = await startServer(seed);
    const change = {
      title: [{ text: { content: "Coffees" } }],
      properties: { Price: { name: "Cost" }, Organic: { checkbox: {} } },
    };
    const changed = await call("PATCH", `/v1/databases/${DATABASE}`, change, { version });
    expect(changed.body).toMatchObject({ title: [{ plain_text: "Coffees" }] });
    expect(Object.keys(changed.body.properties).sort()).toEqual(["Cost", "Name", "Organic"]);
    const source = await call("GET", `/v1/data_sources/${SOURCE}`);
    expect(source.body.title).toMatchObject([{ plain_text: "Coffees" }]);
  });

  test("a row is made in a database", async () => {
    const { call } = await startServer(seed);
    const body = {
      parent: { database_id: DATABASE },
      properties: { Name: { title: [{ text: { content: "Sidamo" } }] } },
    };
    const made = await call("POST", "/v1/pages", body, { version });
    expect(made.body.parent).toEqual({ type: "database_id", database_id: DATABASE });
    const newer = await call("GET", `/v1/pages/${made.body.id}`);
    expect(newer.body.parent).toEqual({
      type: "data_source_id",
      data_source_id: SOURCE,
      database_id: DATABASE,
    });
  });
});
