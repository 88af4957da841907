import { describe, expect, test } from "vitest";
import type { SeedObject } from "../../../src/index.ts";
import { emptySeed } from "../../../src/seed/empty.ts";
import type { Settings } from "../../../src/settings.ts";
import { startServer } from "../../fixture.ts";

const HANDBOOK = "1f6d2a40-7c3e-4b58-a1d9-2e4f6a8c0b12";
const edited = (day: number) => `2026-11-${String(day).padStart(2, "0")}T10:00:00.000Z`;

const page = (title: string, day: number, more: Partial<SeedObject> = {}): SeedObject => ({
  object: "page",
  title,
  created_time: edited(day),
  last_edited_time: edited(day),
  ...more,
});

const objects: SeedObject[] = [
  page("Handbook for roasters", 1, {
    id: HANDBOOK,
    children: [page("Roasting times", 5), page("SubPage", 4)],
  }),
  page("Ünal's Page", 9),
  page("焙煎の時間", 2),
  page("Old roast", 3, { in_trash: true, children: [page("Old times", 3)] }),
  {
    object: "database",
    // What its data source is found by.
    title: "Beans of the year",
    data_sources: [
      {
        title: "Beans of the year",
        properties: { Name: "title" },
        created_time: edited(6),
        last_edited_time: edited(6),
        rows: [page("Guji beans", 7)],
      },
    ],
  },
];

interface Result {
  object: string;
  title?: { plain_text: string }[];
  properties: Record<string, { type: string; title?: { plain_text: string }[] }>;
}

const titleOf = ({ title, properties }: Result): string =>
  (title ?? Object.values(properties).find(({ type }) => type === "title")?.title ?? [])
    .map((item) => item.plain_text)
    .join("");

/** A server with something to find, and what a search finds. */
async function start(seeded: SeedObject[] = objects, shared?: string[], settings: Partial<Settings> = {}) {
  const [local] = emptySeed.workspaces;
  const connections = (local?.connections ?? []).map((each) => ({ ...each, ...(shared && { shared }) }));
  const seed = { workspaces: [{ name: "Local", ...local, connections, objects: seeded }] };
  const server = await startServer(seed, settings);
  return {
    ...server,
    async search(body: object): Promise<string[]> {
      const answer = await server.call("POST", "/v1/search", body);
      if (answer.status !== 200) throw new Error(answer.body.message);
      return answer.body.results.map(titleOf);
    },
  };
}

describe("shape", () => {
  test("a list of pages and data sources", async () => {
    const { call } = await start();
    const { status, body } = await call("POST", "/v1/search");
    expect(status).toBe(200);
    expect(body).toMatchObject({ object: "list", next_cursor: null, has_more: false });
    expect(body).toMatchObject({ type: "page_or_data_source", page_or_data_source: {} });
    expect(new Set(body.results.map(({ object }: Result) => object))).toEqual(
      new Set(["page", "data_source"]),
    );
  });
});

describe("validation", () => {
  test("a cursor that leads nowhere", async () => {
    const { call } = await start();
    const { status, body } = await call("POST", "/v1/search", { start_cursor: "next" });
    expect(status).toBe(400);
    expect(body).toMatchObject({
      code: "validation_error",
      message: "The start_cursor provided is invalid: next",
    });
  });
});

describe("behaviour", () => {
  test.each([
    [
      "everything, what was changed last first",
      {},
      [
        "Ünal's Page",
        "Guji beans",
        "Beans of the year",
        "Roasting times",
        "SubPage",
        "焙煎の時間",
        "Handbook for roasters",
      ],
    ],
    [
      "an empty query",
      { query: " ", filter: { property: "object", value: "data_source" } },
      ["Beans of the year"],
    ],
    ["a word in another form", { query: "Roasts" }, ["Roasting times"]],
    ["any of the words", { query: "roasting guji" }, ["Guji beans", "Roasting times"]],
    ["whatever the case", { query: "ÜNAL" }, ["Ünal's Page"]],
    ["no part of a word", { query: "page" }, ["Ünal's Page"]],
    ["but the beginning of one, when it comes last", { query: "handb" }, ["Handbook for roasters"]],
    ["a word of a language without spaces", { query: "時間" }, ["焙煎の時間"]],
    ["data sources too", { query: "bean" }, ["Guji beans", "Beans of the year"]],
    ["pages only", { query: "bean", filter: { property: "object", value: "page" } }, ["Guji beans"]],
    ["what has no words", { query: "!?" }, []],
    ["nothing", { query: "nothing" }, []],
    [
      "the oldest change first",
      { query: "bean", sort: { timestamp: "last_edited_time", direction: "ascending" } },
      ["Beans of the year", "Guji beans"],
    ],
    [
      "the best match first",
      { query: "roasting beans year", sort: { property: "relevance" } },
      ["Beans of the year"],
    ],
    ["the trash", { filter: { in_trash: true } }, ["Old times", "Old roast"]],
    [
      "what is in the trash with something above it",
      { query: "times", filter: { property: "object", value: "page", in_trash: true } },
      ["Old times"],
    ],
  ])("%s", async (what, body, expected) => {
    const { search } = await start();
    const found = await search(body);
    expect(what.startsWith("the best") ? found.slice(0, 1) : found).toEqual(expected);
  });

  test("only what is shared, and what lies below it", async () => {
    const { search } = await start(objects, [HANDBOOK]);
    expect(await search({})).toEqual(["Roasting times", "SubPage", "Handbook for roasters"]);
  });

  test("page after page, also where most may not be seen", async () => {
    const pages = Array.from({ length: 30 }, (_, index) => page(`Page ${index}`, 1 + (index % 20)));
    const hidden = Array.from({ length: 200 }, (_, index) => page(`Hidden page ${index}`, 1 + (index % 20)));
    const { call, search } = await start(
      [...hidden, page("Root", 25, { id: HANDBOOK, children: pages })],
      [HANDBOOK],
    );
    const whole = await search({ query: "pages" });
    expect(whole).toHaveLength(30);
    const found: string[] = [];
    let start_cursor: string | null = null;
    do {
      const { body } = await call("POST", "/v1/search", {
        query: "pages",
        page_size: 7,
        ...(start_cursor && { start_cursor }),
      });
      found.push(...body.results.map(titleOf));
      start_cursor = body.next_cursor;
    } while (start_cursor);
    expect(found).toEqual(whole);
  });

  test("a new title counts, and the old one no longer does", async () => {
    const { call, search } = await start();
    const title = [{ text: { content: "Manual" } }];
    await call("PATCH", `/v1/pages/${HANDBOOK}`, { properties: { title: { title } } });
    expect(await search({ query: "manual" })).toEqual(["Manual"]);
    expect(await search({ query: "handbook" })).toEqual([]);
  });

  test("an index that is late", async () => {
    const { call, clock, search } = await start([], undefined, { searchDelay: 5_000 });
    const title = [{ text: { content: "Fresh" } }];
    await call("POST", "/v1/pages", {
      parent: { type: "workspace", workspace: true },
      properties: { title: { title } },
    });
    expect(await search({ query: "fresh" })).toEqual([]);
    clock.time = new Date(clock.time.getTime() + 5_000);
    expect(await search({ query: "fresh" })).toEqual(["Fresh"]);
  });
});
