import { sql } from "kysely";
import { inject } from "vitest";
import { type Database, openPostgres, openSqlite } from "../src/index.ts";
import type { Db } from "../src/store/database.ts";

/** Which engine the tests run on; the same tests run on both, see vitest.config.ts. */
const url = inject("postgres");

/**
 * Schemas that have their tables and that nobody uses now. Making the tables takes longer than most tests, so that the
 * files that one worker runs after each other take the same schemas again, emptied.
 */
const free: string[] = [];
let schemas = 0;

/** An empty database that nobody else uses. */
export const openDatabase = async (): Promise<Database> => (await openShared(1))[0] as Database;

/** An empty database that is open several times; SQLite has only one that may write, which is then there alone. */
export async function openShared(times: number): Promise<Database[]> {
  if (url === undefined) return [await openSqlite()];
  const schema = free.pop() ?? `test_${process.env.VITEST_POOL_ID}_${++schemas}`;
  const opened: Database[] = [];
  for (let count = 0; count < times; count += 1) {
    opened.push(await openPostgres(url, { connections: 2, schema }));
  }
  await (opened[0] as Database).write("*", empty);
  let open = times;
  return opened.map((database) => ({
    ...database,
    async close() {
      await database.close();
      open -= 1;
      if (open === 0) free.push(schema);
    },
  }));
}

/** Takes all rows out of all tables but those that say which tables there are. */
const empty = async (db: Db): Promise<void> => {
  await sql`
    do $$ declare name text; begin
      for name in select tablename from pg_tables
        where schemaname = current_schema() and tablename not like 'kysely%'
      loop execute format('delete from %I', name); end loop;
    end $$`.execute(db);
};
