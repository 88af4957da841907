import { createServer, type Database, openPostgres, openSqlite } from "@notional/server";
import { HEADERS } from "../command.ts";
import type { Measurement } from "../table.ts";
import { DATA_SOURCE, loadRows, seed } from "./rows.ts";

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
    "a list without an index, sorted",
    { filter: is("Tags", "multi_select", { does_not_contain: "x" }), sorts: [by("Tags", "ascending")] },
    false,
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
        const ask = () => timeQuery(server, { ...body, page_size });
        for (let run = 0; run < 3; run += 1) await ask();
        const runs: number[] = [];
        for (let run = 0; run < RUNS; run += 1) runs.push(await ask());
        measurements.push({ what: `${size} rows: ${what}`, runs, aim: hasIndex ? 5 : 200 });
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

async function timeQuery(server: Awaited<ReturnType<typeof createServer>>, body: object): Promise<number> {
  const request = new Request(`http://localhost/v1/data_sources/${DATA_SOURCE}/query`, {
    method: "POST",
    headers: { ...HEADERS, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const started = performance.now();
  const response = await server.fetch(request);
  const answer = await response.text();
  if (!response.ok) throw new Error(answer);
  return performance.now() - started;
}
