import { inject } from "vitest";
import { type Database, openPostgres, openSqlite } from "../src/index.ts";

/** Which engine the tests run on; the same tests run on both, see vitest.config.ts. */
const url = inject("postgres");

let schemas = 0;

/** An empty database that nobody else uses. */
export const openDatabase = (): Promise<Database> =>
  url === undefined
    ? openSqlite()
    : openPostgres(url, { connections: 2, schema: `test_${process.pid}_${++schemas}` });
