import { describe, expect, test } from "vitest";
import type { Exchange } from "../../src/recordings/read.ts";
import type { Replayed } from "../../src/replay/replay.ts";
import { reportOn } from "../../src/replay/report.ts";
import { type Call, exchange, record, replay, tapeOf } from "./tape.ts";

const differencesOf = (replayed: readonly Replayed[]) =>
  replayed.flatMap(({ exchange, differences }) =>
    differences.map(({ kind, at }) => `${exchange.request.method} ${exchange.request.path}: ${kind} ${at}`),
  );

const idOf = (body: unknown) => (body as { id: string }).id;

const text = (content: string) => [{ text: { content } }];

/** A page with blocks, a database with a row, changes, refusals and lists in parts. */
async function aDay(call: Call): Promise<void> {
  const home = await call("POST", "/v1/pages", {
    parent: { type: "workspace", workspace: true },
    properties: { title: text("Home") },
  });
  const { results } = await call("PATCH", `/v1/blocks/${home.id}/children`, {
    children: ["One", "Two", "Three"].map((words) => ({ paragraph: { rich_text: text(words) } })),
  });
  const { next_cursor } = await call("GET", `/v1/blocks/${home.id}/children?page_size=2`);
  await call("GET", `/v1/blocks/${home.id}/children?page_size=2&start_cursor=${next_cursor}`);
  await call("PATCH", `/v1/blocks/${results[0].id}`, { paragraph: { rich_text: text("First") } });
  await call("DELETE", `/v1/blocks/${results[1].id}`);
  const database = await call("POST", "/v1/databases", {
    parent: { type: "page_id", page_id: home.id },
    title: text("Beans"),
    initial_data_source: {
      properties: {
        Name: { title: {} },
        Origin: { select: { options: [{ name: "Guji" }] } },
        Price: { number: {} },
      },
    },
  });
  const data_source_id = database.data_sources[0].id;
  const { properties } = await call("GET", `/v1/data_sources/${data_source_id}`);
  await call("POST", "/v1/pages", {
    parent: { type: "data_source_id", data_source_id },
    properties: {
      Name: { title: text("Lot 1") },
      Origin: { select: { name: "Guji" } },
      Price: { number: 4.5 },
    },
  });
  await call("POST", `/v1/data_sources/${data_source_id}/query`, {
    filter: { property: properties.Price.id, number: { greater_than: 4 } },
  });
  await call("GET", "/v1/pages/9bd15f8d-8082-429b-82db-e6c4ea88413b");
}

describe("shape", () => {
  test("a server that is what was recorded answers all of it alike, with ids of its own", async () => {
    const tape = await record(aDay);
    const replayed = await replay(tape);
    expect(differencesOf(replayed)).toEqual([]);
    expect(replayed.map(({ ours }) => ours.status)).toEqual(
      tape.exchanges.map(({ response }) => response.status),
    );
    const [created] = replayed.map(({ exchange, ours }) => [exchange.response.body, ours.body].map(idOf));
    expect(created?.[0]).not.toBe(created?.[1]);
  });

  test("the report counts answers: all, and those that have a type of block or property", async () => {
    const report = reportOn(await replay(await record(aDay)));
    expect(report.total).toEqual({ identical: 11, total: 11 });
    expect(report.operations.get("listBlockChildren")).toEqual({ identical: 2, total: 2 });
    expect(report.blocks.get("paragraph")).toEqual({ identical: 5, total: 5 });
    expect(report.properties.get("select")).toEqual({ identical: 3, total: 3 });
    expect(report.causes).toEqual([]);
  });
});

describe("validation", () => {
  test("what was recorded otherwise is a difference, once, and named by where it is", async () => {
    const tape = await record(aDay);
    const append = tape.exchanges[1] as Exchange;
    const { results } = append.response.body as { results: { paragraph: { color: string } }[] };
    (results[1] as (typeof results)[0]).paragraph.color = "red";
    const replayed = await replay(tape);
    expect(differencesOf(replayed)).toEqual([
      `PATCH ${append.request.path}: different /results/1/paragraph/color`,
    ]);
    const report = reportOn(replayed);
    expect(report.total).toEqual({ identical: 10, total: 11 });
    expect(report.blocks.get("paragraph")).toEqual({ identical: 4, total: 5 });
    expect(report.properties.get("select")).toEqual({ identical: 3, total: 3 });
    expect(report.causes).toMatchObject([
      {
        operationId: "appendBlockChildren",
        pattern: "/results/*<paragraph>/paragraph/color",
        kind: "different",
        count: 1,
        exchanges: 1,
      },
    ]);
  });

  test("a refusal of what was accepted is one difference, and what needs it is told apart", async () => {
    const id = "5a8e7d1f-4c3b-4a29-b817-6f5e4d3c2b1a";
    const parent = { type: "workspace", workspace: true };
    const body = { parent, properties: { title: 7 } };
    const replayed = await replay(
      tapeOf(
        exchange("POST", "/v1/pages", { object: "page", id, parent, properties: {} }, { body }),
        exchange("GET", `/v1/pages/${id}`, { object: "page", id, parent, properties: {} }),
      ),
    );
    expect(differencesOf(replayed)).toEqual(["POST /v1/pages: status ", `GET /v1/pages/${id}: status `]);
    expect(reportOn(replayed).causes.map(({ operationId, kind }) => [operationId, kind])).toEqual([
      ["createPage", "status"],
      ["getPage", "unmet"],
    ]);
  });
});

describe("behaviour", () => {
  test("operations that the target has not got are counted apart", async () => {
    const report = reportOn(
      await replay(tapeOf(exchange("POST", "/v1/agents/query", { results: [] }, { body: {} }))),
    );
    expect(report.total).toEqual({ identical: 0, total: 0 });
    expect([...report.notImplemented]).toEqual([["queryAgents", 1]]);
  });

  test("a search finds what the tape made once the recorded one did, and leaves out what is forgotten late", async () => {
    const tape = await record(async (call) => {
      const properties = { title: text("Coffee") };
      await call("POST", "/v1/pages", { parent: { type: "workspace", workspace: true }, properties });
      await call("POST", "/v1/search", { query: "coffee" });
      await call("POST", "/v1/search", { query: "coffee" });
    });
    const body = tape.exchanges[1]?.response.body as { results: unknown[] };
    const trashed = "6b9f8e2a-5d4c-4b3a-a928-7a6f5e4d3c2b";
    body.results = [{ ...(body.results[0] as object), id: trashed, in_trash: true }];
    expect(differencesOf(await replay(tape))).toEqual([]);
  });
});
