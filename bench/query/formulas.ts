import { createServer, openPostgres, openSqlite, type Server } from "@notional/server";
import { HEADERS } from "../command.ts";
import type { Measurement } from "../table.ts";
import { DATA_SOURCE, loadRows, seed } from "./rows.ts";

const ROWS = 100_000;
const RUNS = 50;
/** Writes do not come as alike as queries. */
const WRITES = 300;

const page_size = 10;
const formula = (expression: string) => ({ formula: { expression } });
const above = (property: string, type: object) => ({ filter: { property, ...type }, page_size });
const sorted = (property: string) => ({ sorts: [{ property, direction: "descending" }], page_size });

/**
 * Formulas in a data source of 100,000 rows: filters and sorts next to the same over a number, and what writes cost.
 * On SQLite in memory, or on PostgreSQL when `NOTIONAL_DATABASE` says where; there the database has to be empty.
 */
export async function formulas(): Promise<Measurement[]> {
  const url = process.env.NOTIONAL_DATABASE;
  const database = url === undefined ? await openSqlite() : await openPostgres(url);
  const server = await createServer({ database, seed });
  try {
    await loadRows(database, 0, ROWS);
    const plain = await writes(server);
    const making = await send(server, "PATCH", `/v1/data_sources/${DATA_SOURCE}`, {
      properties: {
        Double: formula('prop("Price") * 2'),
        Text: formula('prop("Name") + ": " + prop("Price")'),
        Left: formula('dateBetween(prop("Due"), now(), "days")'),
      },
    });
    const number = { greater_than: 990 };
    const filter = await queries(server, above("Price", { number }));
    const double = { number: { greater_than: 1980 } };
    const order = await queries(server, sorted("Price"));
    const rare = {
      filter: {
        and: [
          { property: "Stage", select: { equals: "e" } },
          { property: "Left", formula: double },
        ],
      },
    };
    return [
      { what: "three formulas for all rows", runs: [making] },
      { what: "a filter by a number", runs: filter },
      {
        what: "by a formula",
        runs: await queries(server, above("Double", { formula: double })),
        comparedTo: filter,
      },
      { what: "a sort by a number", runs: order },
      { what: "by a formula", runs: await queries(server, sorted("Double")), comparedTo: order },
      {
        what: "a text formula that nothing contains",
        runs: await queries(server, above("Text", { formula: { string: { contains: "nowhere" } } })),
        aim: 200,
      },
      {
        what: "a formula of the time, of 100 rows",
        runs: await queries(server, { ...rare, page_size }),
        aim: 200,
      },
      {
        what: "of all rows, of which 4,000 count",
        runs: await queries(server, above("Left", { formula: double })),
        aim: 200,
      },
      { what: "changing a row without formulas", runs: plain },
      { what: "with three", runs: await writes(server), comparedTo: plain },
    ];
  } finally {
    await server.close();
  }
}

async function queries(server: Server, body: object, count = RUNS): Promise<number[]> {
  const runs: number[] = [];
  for (let run = 0; run < count + 3; run += 1) {
    runs.push(await send(server, "POST", `/v1/data_sources/${DATA_SOURCE}/query`, body));
  }
  return runs.slice(3);
}

/** Writes a number into the newest row. */
async function writes(server: Server): Promise<number[]> {
  const { results } = await answer(server, "POST", `/v1/data_sources/${DATA_SOURCE}/query`, { page_size: 1 });
  const runs: number[] = [];
  for (let run = 0; run < WRITES; run += 1) {
    runs.push(
      await send(server, "PATCH", `/v1/pages/${results[0]?.id}`, { properties: { Price: { number: run } } }),
    );
  }
  return runs;
}

async function send(server: Server, method: string, path: string, body: object): Promise<number> {
  const started = performance.now();
  await answer(server, method, path, body);
  return performance.now() - started;
}

async function answer(
  server: Server,
  method: string,
  path: string,
  body: object,
): Promise<{ results: { id: string }[] }> {
  const headers = { ...HEADERS, "content-type": "application/json" };
  const response = await server.fetch(
    new Request(`http://localhost${path}`, { method, headers, body: JSON.stringify(body) }),
  );
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return JSON.parse(text) as { results: { id: string }[] };
}
