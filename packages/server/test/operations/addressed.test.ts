import { describe, expect, test } from "vitest";
import { GUEST, invalid, notFound, PAGE, refusal, startWithPage } from "./pages/workspace.ts";

const BLOCK = "10000000-0000-4000-8000-0000000000b1";

/** A page, a block, a database and its data source, all of them to be seen; and what is said of one at an address. */
async function startWithKinds() {
  const block = { id: BLOCK, paragraph: { rich_text: "" } };
  const other = { object: "page" as const, id: BLOCK.replace("b1", "b2"), title: "Other", children: [block] };
  const { call, addSource } = await startWithPage([other]);
  const { databaseId, id } = await addSource({});
  const read = async (path: string, version?: string) =>
    refusal(await call("GET", path, undefined, version === undefined ? {} : { version }));
  return { call, read, databaseId, dataSourceId: id };
}

// Measured: https://github.com/MrBinnacle/workspace_lint/blob/main/docs/proof/results-51-database-identity.md
describe("validation", () => {
  test.each(["", "?filter_properties=title"])("among pages%s", async (query) => {
    const { read, databaseId, dataSourceId } = await startWithKinds();
    expect(await read(`/v1/pages/${databaseId}${query}`)).toEqual(
      invalid(`Provided ID ${databaseId} is a database, not a page. Use the retrieve database API instead.`),
    );
    expect(await read(`/v1/pages/${BLOCK}${query}`)).toEqual(
      invalid(`Provided ID ${BLOCK} is a block, not a page. Use the retrieve block API instead`),
    );
    expect(await read(`/v1/pages/${dataSourceId}${query}`)).toEqual(notFound("page", dataSourceId));
  });

  test("among databases", async () => {
    const { read, dataSourceId } = await startWithKinds();
    expect(await read(`/v1/databases/${PAGE}`)).toEqual(
      invalid(
        `Provided database_id ${PAGE} is a page, not a database. Use the pages API instead, or pass the ID of the database itself.`,
      ),
    );
    expect(await read(`/v1/databases/${dataSourceId}`)).toEqual(notFound("database", dataSourceId));
  });

  test("among databases, before there were data sources", async () => {
    const { call, read } = await startWithKinds();
    const version = "2022-06-28";
    const expected = invalid(
      `Provided ID ${PAGE} is a page, not a database. Use the retrieve page API instead`,
    );
    expect(await read(`/v1/databases/${PAGE}`, version)).toEqual(expected);
    expect(refusal(await call("POST", `/v1/databases/${PAGE}/query`, {}, { version }))).toEqual(expected);
  });

  test("among data sources", async () => {
    const { read, databaseId } = await startWithKinds();
    expect(await read(`/v1/data_sources/${databaseId}`)).toEqual(notFound("data_source", databaseId));
    expect(await read(`/v1/data_sources/${PAGE}`)).toEqual(notFound("data_source", PAGE));
  });

  test("what is not shared is not said to be anything", async () => {
    const { call, databaseId } = await startWithKinds();
    const token = "ntn_guest";
    expect(refusal(await call("GET", `/v1/pages/${databaseId}`, undefined, { token }))).toEqual(
      notFound("page", databaseId, GUEST),
    );
    expect(refusal(await call("GET", `/v1/databases/${PAGE}`, undefined, { token }))).toEqual(
      notFound("database", PAGE, GUEST),
    );
  });
});
