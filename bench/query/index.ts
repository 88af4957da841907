import { createServer, type Database, openPostgres, openSqlite, type Server } from "@notional/server";
import { HEADERS } from "../command.ts";
import type { Measurement } from "../table.ts";
import { queries } from "./queries.ts";
import { DATA_SOURCE, loadRows, seed } from "./rows.ts";

const SIZES = [1_000, 10_000, 100_000, 1_000_000];
/** Where an index serves, larger ones are compared to this one. */
const COMPARED_TO = 10_000;
const RUNS = 30;

/** Ten rows a page, so that the search weighs more than the rendering. */
const page_size = 10;

/**
 * Queries of data sources of growing size, from the request to the answer. On SQLite in memory, or on PostgreSQL
 * when `NOTIONAL_DATABASE` says where; there the database has to be empty.
 */
export async function query(): Promise<Measurement[]> {
  const url = process.env.NOTIONAL_DATABASE;
  const database = url === undefined ? await openSqlite() : await openPostgres(url);
  const server = await createServer({ database, seed });
  const measurements: Measurement[] = [];
  const compared = new Map<string, number[]>();
  try {
    let loaded = 0;
    for (const size of SIZES) {
      await loadRows(database, loaded, size);
      await settle(database);
      loaded = size;
      for (const [what, body, hasIndex] of queries) {
        const aim = hasIndex ? 5 : 200;
        const first = { ...body, page_size };
        const runs = await measure(server, first);
        const comparedTo = hasIndex ? compared.get(what) : undefined;
        measurements.push({ what: `${size} rows: ${what}`, runs, aim, ...(comparedTo && { comparedTo }) });
        if (size === COMPARED_TO) compared.set(what, runs);
        const start_cursor = size === SIZES.at(-1) ? await cursorFarOn(server, body) : null;
        if (start_cursor === null) continue;
        const later = await measure(server, { ...first, start_cursor });
        measurements.push({ what: `${size} rows: ${what}, far on`, runs: later, aim });
      }
    }
  } finally {
    await server.close();
  }
  return measurements;
}

/**
 * PostgreSQL gathers statistics by itself after a while, and tidies up, which should not happen while it is measured.
 * SQLite has nothing of that, as in a new database.
 */
async function settle(database: Database): Promise<void> {
  if (database.engine !== "postgres") return;
  const { sql } = await import("kysely");
  // Not in a transaction, where PostgreSQL refuses to tidy up.
  await database.settled("tidy", (db) => sql`vacuum analyze`.execute(db));
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
