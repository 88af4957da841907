import { inject } from "vitest";
import { type Database, openPostgres, openSqlite } from "../src/index.ts";

/** Which engine the tests run on; the same tests run on both, see vitest.config.ts. */
const url = inject("postgres");

let schemas = 0;

/** An empty database that nobody else uses. */
export const openDatabase = async (): Promise<Database> => (await openShared(1))[0] as Database;

/** An empty database that is open several times; SQLite has only one that may write, which is then there alone. */
export async function openShared(times: number): Promise<Database[]> {
  if (url === undefined) return [await openSqlite()];
  const schema = `test_${process.pid}_${++schemas}`;
  const opened: Database[] = [];
  for (let count = 0; count < times; count += 1) {
    opened.push(await openPostgres(url, { connections: 2, schema }));
  }
  return opened;
}
