import { SqliteAdapter } from "kysely";
import type { Db } from "./database.ts";

/** Whether a statement runs on SQLite; for what the two engines do not have in common. */
export const isSqlite = (db: Db): boolean => db.getExecutor().adapter instanceof SqliteAdapter;
