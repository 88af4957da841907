import { createServer, type Database, openPostgres, openSqlite, type Server } from "@notional/server";
import { HEADERS } from "../command.ts";
import type { Measurement } from "../table.ts";
import { BUSY, COMMON_TEAM, DATA_SOURCE, IDLE, loadRows, RARE_TEAM, seed } from "./rows.ts";

const SIZES = [1_000, 100_000, 1_000_000];
const RUNS = 30;

/** Ten rows a page, so that the search weighs more than the rendering. */
const page_size = 10;
const is = (property: string, type: string, test: object) => ({ property, [type]: test });
const by = (property: string, direction: string) => ({ property, direction });

/** What is asked for, and whether an index serves it. */
const queries: [string, object, boolean][] = [
  ["no filter, newest first", {}, true],
  ["a rare option", { filter: is("Stage", "select", { equals: "e" }) }, true],
  [
    "a common option, sorted by number",
    { filter: is("Stage", "select", { equals: "b" }), sorts: [by("Price", "descending")] },
    true,
  ],
  [
    "two filters, sorted by date",
    {
      filter: { and: [is("Stage", "select", { equals: "c" }), is("Price", "number", { greater_than: 500 })] },
      sorts: [by("Due", "descending")],
    },
    true,
  ],
  ["a range of dates", { filter: is("Due", "date", { on_or_after: "2026-09-20" }) }, true],
  ["sorted by option", { sorts: [by("Stage", "ascending")] }, true],
  ["sorted by a rare number", { sorts: [by("Score", "ascending")] }, true],
  ["two sorts", { sorts: [by("Price", "ascending"), by("Due", "ascending")] }, true],
  ["a text that nothing has", { filter: is("Name", "title", { contains: "nowhere" }) }, false],
  [
    "two broad filters that exclude each other",
    {
      filter: {
        and: [is("Price", "number", { greater_than: 500 }), is("Price", "number", { less_than: 400 })],
      },
    },
    false,
  ],
  [
    "an empty value among few",
    {
      filter: {
        and: [is("Price", "number", { is_empty: true }), is("Score", "number", { is_not_empty: true })],
      },
    },
    false,
  ],
  [
    "sorted by a list of which most fail",
    { filter: is("Tags", "multi_select", { does_not_contain: "x" }), sorts: [by("Tags", "ascending")] },
    true,
  ],
  ["sorted by an option, then by date", { sorts: [by("Stage", "ascending"), by("Due", "descending")] }, true],
  [
    "a range, sorted by the same",
    { filter: is("Price", "number", { greater_than: 700 }), sorts: [by("Price", "ascending")] },
    true,
  ],
  ["pages that relate to a rare one", { filter: is("Team", "relation", { contains: RARE_TEAM }) }, true],
  [
    "to a common one, sorted by date",
    { filter: is("Team", "relation", { contains: COMMON_TEAM }), sorts: [by("Due", "ascending")] },
    true,
  ],
  [
    "to a common one, with a text that nothing has",
    {
      filter: {
        and: [
          is("Team", "relation", { contains: COMMON_TEAM }),
          is("Name", "title", { contains: "nowhere" }),
        ],
      },
    },
    false,
  ],
  [
    "not to a common one, but to one, with such a text",
    {
      filter: {
        and: [
          is("Team", "relation", { does_not_contain: COMMON_TEAM }),
          is("Team", "relation", { is_not_empty: true }),
          is("Name", "title", { contains: "nowhere" }),
        ],
      },
    },
    false,
  ],
  ["people who are in no row", { filter: is("Owner", "people", { contains: IDLE }) }, false],
  [
    "people but the busy one, sorted by date",
    { filter: is("Owner", "people", { does_not_contain: BUSY }), sorts: [by("Due", "ascending")] },
    true,
  ],
  [
    "unchecked, sorted by title",
    { filter: is("Done", "checkbox", { equals: false }), sorts: [by("Name", "ascending")] },
    true,
  ],
  [
    "none of the common options, sorted by date",
    {
      filter: { and: [..."abcd"].map((name) => is("Stage", "select", { does_not_equal: name })) },
      sorts: [by("Due", "ascending")],
    },
    false,
  ],
  [
    "one of two that are rare, sorted by number",
    {
      filter: {
        or: [is("Stage", "select", { equals: "e" }), is("Score", "number", { equals: 3 })],
      },
      sorts: [by("Price", "ascending")],
    },
    false,
  ],
  [
    "one of two that exclude themselves",
    {
      filter: {
        or: [
          {
            and: [is("Price", "number", { greater_than: 500 }), is("Price", "number", { less_than: 400 })],
          },
          {
            and: [is("Due", "date", { after: "2026-05-01" }), is("Due", "date", { before: "2026-03-01" })],
          },
        ],
      },
      sorts: [by("Due", "descending")],
    },
    false,
  ],
  ["a text at the end that nothing has", { filter: is("Name", "title", { ends_with: "nowhere" }) }, false],
  [
    "rows in the trash, of which there are none",
    { in_trash: true, sorts: [by("Price", "ascending")] },
    false,
  ],
  [
    "made before some day",
    { filter: { timestamp: "created_time", created_time: { before: "2025-06-01" } } },
    true,
  ],
];

/**
 * Queries of data sources of growing size, from the request to the answer. On SQLite in memory, or on PostgreSQL
 * when `NOTIONAL_DATABASE` says where; there the database has to be empty.
 */
export async function query(): Promise<Measurement[]> {
  const url = process.env.NOTIONAL_DATABASE;
  const database = url === undefined ? await openSqlite() : await openPostgres(url);
  const server = await createServer({ database, seed });
  const measurements: Measurement[] = [];
  try {
    let loaded = 0;
    for (const size of SIZES) {
      await loadRows(database, loaded, size);
      await analyze(database);
      loaded = size;
      for (const [what, body, hasIndex] of queries) {
        const aim = hasIndex ? 5 : 200;
        const first = { ...body, page_size };
        measurements.push({ what: `${size} rows: ${what}`, runs: await measure(server, first), aim });
        const start_cursor = size === SIZES.at(-1) ? await cursorFarOn(server, body) : null;
        if (start_cursor === null) continue;
        const runs = await measure(server, { ...first, start_cursor });
        measurements.push({ what: `${size} rows: ${what}, far on`, runs, aim });
      }
    }
  } finally {
    await server.close();
  }
  return measurements;
}

/** PostgreSQL gathers statistics by itself after a while. SQLite has none here, as in a new database. */
async function analyze(database: Database): Promise<void> {
  if (database.engine !== "postgres") return;
  const { sql } = await import("kysely");
  await database.write("*", (db) => sql`analyze`.execute(db));
}

async function measure(server: Server, body: object): Promise<number[]> {
  const runs: number[] = [];
  for (let run = 0; run < RUNS + 3; run += 1) runs.push((await ask(server, body)).took);
  return runs.slice(3);
}

/** Where a query goes on after twenty of its pages; nothing when it has less. */
async function cursorFarOn(server: Server, body: object): Promise<string | null> {
  let cursor: string | null | undefined;
  for (let page = 0; page < 20 && cursor !== null; page += 1) {
    const query = { ...body, page_size: 100, ...(cursor && { start_cursor: cursor }) };
    cursor = (await ask(server, query)).next;
  }
  return cursor ?? null;
}

async function ask(server: Server, body: object): Promise<{ took: number; next: string | null }> {
  const request = new Request(`http://localhost/v1/data_sources/${DATA_SOURCE}/query`, {
    method: "POST",
    headers: { ...HEADERS, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const started = performance.now();
  const response = await server.fetch(request);
  const answer = await response.text();
  const took = performance.now() - started;
  if (!response.ok) throw new Error(answer);
  return { took, next: (JSON.parse(answer) as { next_cursor: string | null }).next_cursor };
}
