import type { Database } from "../database.ts";
import type { PostgresOptions } from "./open.ts";

/**
 * Opens a PostgreSQL database. Any number of processes may have it open. What talks to PostgreSQL is loaded
 * only here, because most servers start without it.
 *
 * @param url `postgres://user:password@host:port/database`
 * @throws ApiError service_unavailable when it cannot be reached
 */
export async function openPostgres(url: string, options?: PostgresOptions): Promise<Database> {
  const { openPostgres: open } = await import("./open.ts");
  return await open(url, options);
}
