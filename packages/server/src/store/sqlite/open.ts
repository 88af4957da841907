import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Kysely } from "kysely";
import { ApiError, serviceUnavailable } from "../../errors.ts";
import type { Database, Db, Work } from "../database.ts";
import { migrate } from "../migrate.ts";
import { Remembered } from "../remembered.ts";
import type { Tables } from "../tables.ts";
import { sqliteDialect } from "./dialect.ts";
import { isUnavailable } from "./errors.ts";
import { Turns } from "./turns.ts";

export interface SqliteOptions {
  /** How long a request may take, in milliseconds. A minute when left out, as in the API. */
  timeLimit?: number;
}

/** Many more than there are tokens in use. */
const MOST_KEPT = 1000;

/**
 * Opens the embedded engine.
 *
 * @param folder Where the file `notional.db` is or will be; without it everything is in memory.
 * @throws ApiError service_unavailable for a file that another process uses, and in work that takes too long
 */
export async function openSqlite(
  folder?: string,
  { timeLimit = 60_000 }: SqliteOptions = {},
): Promise<Database> {
  const sqlite = new DatabaseSync(folder === undefined ? ":memory:" : fileIn(folder));
  // In memory, to end a transaction may take looking at each page, so that there are fewer of them.
  if (folder === undefined) sqlite.exec("PRAGMA page_size = 8192;");
  takeForItself(sqlite);
  // A statement holds up everything else until it ends. Those that may take long ask whether they may go on, and
  // what writes asks between statements.
  let end = Number.POSITIVE_INFINITY;
  let isWriting = false;
  const mustBeInTime = (): void => {
    if (performance.now() > end) throw serviceUnavailable("service_unavailable");
  };
  sqlite.function("in_time", () => {
    mustBeInTime();
    return 1;
  });
  const kysely = new Kysely<Tables>({
    dialect: sqliteDialect(sqlite, () => {
      if (isWriting) mustBeInTime();
    }),
  });
  await migrate(kysely, "sqlite");
  const remembered = rememberedOf(sqlite);

  const turns = new Turns();
  /** Does work that nothing else comes between; of a file that cannot be used no more is told than that. */
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await turns.take(work);
    } catch (error) {
      throw isUnavailable(error) ? serviceUnavailable("service_unavailable") : error;
    }
  };
  const [begin, commit, rollback] = ["begin", "commit", "rollback"].map((sql) => sqlite.prepare(sql));
  const transaction = async <T>(work: Work<T>): Promise<T> => {
    begin?.run();
    try {
      const result = await work(kysely, remembered);
      commit?.run();
      return result;
    } catch (error) {
      // After some errors SQLite has rolled back by itself.
      if (sqlite.isTransaction) rollback?.run();
      remembered.forgetAll();
      throw error;
    }
  };
  let kept = new Map<string, unknown>();
  return {
    engine: "sqlite",
    // There is one connection. Whose turn it is sees one state, because nobody else can change it.
    read: (work) =>
      inTurn(() => {
        end = performance.now() + timeLimit;
        return work(kysely, remembered);
      }),
    write: (scope, work) =>
      inTurn(async () => {
        end = performance.now() + timeLimit;
        // What concerns everything is asked for by whoever has the server.
        isWriting = scope !== "*";
        try {
          return await transaction(work);
        } finally {
          isWriting = false;
          if (scope === "*") {
            kept = new Map();
            remembered.forgetAll();
          }
        }
      }),
    async settled<T>(key: string, load: (db: Db) => Promise<T>): Promise<T> {
      // What is loaded while everything changes goes into a map that nobody looks into any more.
      const current = kept;
      const known = current.get(key);
      if (known !== undefined) return known as T;
      const loaded = await inTurn(() => load(kysely));
      if (current.size >= MOST_KEPT) current.clear();
      if (loaded !== undefined) current.set(key, loaded);
      return loaded;
    },
    close: () => turns.take(() => kysely.destroy()),
  };
}

/** What is kept in memory holds because nobody else has the file. Who had it before may still be about to end. */
function takeForItself(sqlite: DatabaseSync): void {
  try {
    sqlite.exec("PRAGMA locking_mode = EXCLUSIVE; PRAGMA busy_timeout = 1000; PRAGMA journal_mode = WAL;");
  } catch (error) {
    sqlite.close();
    if (!isUnavailable(error)) throw error;
    const message = "Another process uses this folder. Stop it first, or use PostgreSQL for several.";
    throw new ApiError(503, "service_unavailable", message);
  }
  // What was acknowledged survives a loss of power as well.
  sqlite.exec("PRAGMA synchronous = FULL;");
}

/** Nodes that need not be looked up again. The database itself tells which of them have changed. */
function rememberedOf(sqlite: DatabaseSync): Remembered {
  const remembered = new Remembered();
  sqlite.function("forget_node", (id) => {
    remembered.forget(String(id));
    return null;
  });
  sqlite.function("forget_nodes", () => {
    remembered.forgetAll();
    return null;
  });
  sqlite.exec(`
    create temp trigger node_updated after update on main.nodes begin select forget_node(old.id); end;
    create temp trigger node_deleted after delete on main.nodes begin select forget_node(old.id); end;
    create temp trigger share_added after insert on main.shares begin select forget_nodes(); end;
    create temp trigger share_deleted after delete on main.shares begin select forget_nodes(); end;
  `);
  return remembered;
}

function fileIn(folder: string): string {
  mkdirSync(folder, { recursive: true });
  return join(folder, "notional.db");
}
