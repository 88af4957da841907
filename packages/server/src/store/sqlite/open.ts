import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Kysely } from "kysely";
import { serviceUnavailable } from "../../errors.ts";
import type { Database, Db } from "../database.ts";
import { migrate } from "../migrate.ts";
import type { Tables } from "../tables.ts";
import { sqliteDialect } from "./dialect.ts";
import { isUnavailable } from "./errors.ts";

export interface SqliteOptions {
  /** How long a request may look for rows, in milliseconds. A minute when left out, as in the API. */
  timeLimit?: number;
}

/** Many more than there are tokens in use. */
const MOST_KEPT = 1000;

/**
 * Opens the embedded engine.
 *
 * @param folder Where the file `notional.db` is or will be; without it everything is in memory.
 * @throws ApiError service_unavailable in work that takes too long
 */
export async function openSqlite(
  folder?: string,
  { timeLimit = 60_000 }: SqliteOptions = {},
): Promise<Database> {
  const sqlite = new DatabaseSync(folder === undefined ? ":memory:" : fileIn(folder));
  // FULL, because what was acknowledged survives a loss of power as well.
  sqlite.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000;");
  // Statements hold up everything else until they end. Those that may take long ask whether they may go on.
  let end = Number.POSITIVE_INFINITY;
  sqlite.function("in_time", () => {
    if (performance.now() > end) throw serviceUnavailable("service_unavailable");
    return 1;
  });
  const timed =
    <T>(work: (db: Db) => Promise<T>) =>
    (db: Db): Promise<T> => {
      end = performance.now() + timeLimit;
      return work(db);
    };
  const kysely = new Kysely<Tables>({ dialect: sqliteDialect(sqlite) });
  await migrate(kysely, "sqlite");
  let kept = new Map<string, unknown>();
  return {
    engine: "sqlite",
    // There is one connection. Who has it sees one state, because nobody else can change it.
    read: (work) => available(() => kysely.connection().execute(timed(work))),
    async write(scope, work) {
      try {
        return await available(() => kysely.transaction().execute(timed(work)));
      } finally {
        if (scope === "*") kept = new Map();
      }
    },
    async settled<T>(key: string, load: (db: Db) => Promise<T>): Promise<T> {
      // What is loaded while everything changes goes into a map that nobody looks into any more.
      const current = kept;
      const known = current.get(key);
      if (known !== undefined) return known as T;
      const loaded = await available(() => kysely.connection().execute(load));
      if (current.size >= MOST_KEPT) current.clear();
      if (loaded !== undefined) current.set(key, loaded);
      return loaded;
    },
    close: () => kysely.destroy(),
  };
}

async function available<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    throw serviceUnavailable("service_unavailable");
  }
}

function fileIn(folder: string): string {
  mkdirSync(folder, { recursive: true });
  return join(folder, "notional.db");
}
