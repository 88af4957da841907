import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Kysely } from "kysely";
import type { Database } from "../database.ts";
import { migrate } from "../migrate.ts";
import type { Tables } from "../tables.ts";
import { sqliteDialect } from "./dialect.ts";

/**
 * Opens the embedded engine.
 *
 * @param folder Where the file `notional.db` is or will be; without it everything is in memory.
 */
export async function openSqlite(folder?: string): Promise<Database> {
  const sqlite = new DatabaseSync(folder === undefined ? ":memory:" : fileIn(folder));
  // FULL, because what was acknowledged survives a loss of power as well.
  sqlite.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000;");
  const kysely = new Kysely<Tables>({ dialect: sqliteDialect(sqlite) });
  await migrate(kysely, "sqlite");
  return {
    engine: "sqlite",
    // There is one connection. Who has it sees one state, because nobody else can change it.
    read: (work) => kysely.connection().execute(work),
    write: (_scope, work) => kysely.transaction().execute(work),
    close: () => kysely.destroy(),
  };
}

function fileIn(folder: string): string {
  mkdirSync(folder, { recursive: true });
  return join(folder, "notional.db");
}
