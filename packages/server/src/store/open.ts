import type { Database } from "./database.ts";
import { openPostgres } from "./postgres/index.ts";
import { openSqlite } from "./sqlite/open.ts";

/** Where a server keeps its state: in memory, in a folder, in a PostgreSQL database by its URL, or wherever it is open. */
export type DatabaseChoice = "memory" | (string & {}) | Database;

/**
 * Opens what was chosen.
 *
 * @throws ApiError service_unavailable when a PostgreSQL database cannot be reached
 */
export async function openDatabase(choice: DatabaseChoice): Promise<Database> {
  if (typeof choice !== "string") return choice;
  if (choice === "memory") return await openSqlite();
  if (!/^postgres(ql)?:\/\//.test(choice)) return await openSqlite(choice);
  return await openPostgres(choice);
}
