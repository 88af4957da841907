import { describe, expect, test } from "vitest";
import type { Tape } from "../../src/replay/tapes.ts";
import { record, replay, tapeOf } from "./tape.ts";

const version = "2022-06-28";
const text = (content: string) => [{ text: { content } }];

/** What becomes of a tape without its first exchanges. */
async function outcome({ exchanges }: Tape, from: number) {
  const replayed = await replay(tapeOf(...exchanges.slice(from)));
  return replayed.map(({ ours, differences }) => [ours.status, differences]);
}

/** Databases and data sources are one thing there. */
describe("behaviour", () => {
  test("whatever can be read of a workspace is enough to answer the same again", async () => {
    const tape = await record(async (call) => {
      const home = await call("POST", "/v1/pages", {
        parent: { workspace: true },
        properties: { title: text("Home") },
      });
      const { id } = await call("POST", "/v1/databases", {
        parent: { type: "page_id", page_id: home.id },
        title: text("Beans"),
        properties: { Name: { title: {} }, Price: { number: { format: "euro" } } },
      });
      const properties = { Name: { title: text("Lot 1") }, Price: { number: 4.5 } };
      const lot = await call("POST", "/v1/pages", { parent: { database_id: id }, properties });
      await call("GET", `/v1/pages/${lot.id}`);
      await call("GET", `/v1/databases/${id}`);
      await call("POST", `/v1/databases/${id}/query`, {});
      await call("GET", `/v1/blocks/${home.id}/children`);
    }, version);
    expect(await outcome(tape, 3)).toEqual([1, 2, 3, 4].map(() => [200, []]));
  });

  test("relations tell which data source a database has", async () => {
    const tape = await record(async (call) => {
      const { id: parent } = await call("POST", "/v1/pages", { parent: { workspace: true } });
      const at = { parent: { page_id: parent } };
      const { id: one } = await call("POST", "/v1/databases", { ...at, properties: { Name: { title: {} } } });
      const relation = { database_id: one, dual_property: {} };
      const { id: two } = await call("POST", "/v1/databases", {
        ...at,
        properties: { Name: { title: {} }, Other: { relation } },
      });
      for (const id of [one, two]) await call("GET", `/v1/databases/${id}`);
      await call("POST", `/v1/databases/${two}/query`, {});
    }, version);
    for (const from of [1, 2, 3]) {
      const left = tape.exchanges.slice(from);
      expect(await outcome(tape, from)).toEqual(left.map(() => [200, []]));
    }
  });

  test("a row is in a data source of its database, which nothing names", async () => {
    const tape = await record(async (call) => {
      const { id: parent } = await call("POST", "/v1/pages", { parent: { workspace: true } });
      const { id: database } = await call("POST", "/v1/databases", {
        parent: { page_id: parent },
        properties: { Name: { title: {} } },
      });
      const { id } = await call("POST", "/v1/pages", { parent: { database_id: database }, properties: {} });
      await call("GET", `/v1/pages/${id}`);
    }, version);
    expect(await outcome(tape, 3)).toEqual([[200, []]]);
  });
});
