import { createHash } from "node:crypto";
import { Kysely, PostgresDialect, sql } from "kysely";
import pg from "pg";
import { ApiError, serviceUnavailable } from "../../errors.ts";
import type { Database, Db } from "../database.ts";
import { migrate } from "../migrate.ts";
import type { Tables } from "../tables.ts";
import { isCollision, isOutdatedPlan, isTooSlow, isUnavailable } from "./errors.ts";
import { poolOfConnections } from "./pool.ts";

export interface PostgresOptions {
  /** Of this process. PostgreSQL takes a hundred from all of them together, unless it is told otherwise. */
  connections?: number;
  /** How long a statement may take, in milliseconds. A minute when left out, as a request of the API. */
  timeLimit?: number;
  /** A schema of its own within the database; made when it is missing. */
  schema?: string;
}

/** How statements are planned. */
const PLANNING = [
  // Compiling a statement takes longer than running it.
  "jit=off",
  // Of a scan little is passed on, whatever is expected of it, so that several processes help.
  "parallel_tuple_cost=0.01",
  // What is joined is looked up by its key, in the order in which the statement says. Other ways seem as good where rows
  // are newer than what PostgreSQL last counted, and go through a whole table for each of them.
  "join_collapse_limit=1",
  "enable_hashjoin=off",
  "enable_mergejoin=off",
  "enable_material=off",
];

/** How often a transaction is tried that collides with another one. */
const TRIES = 3;

/** Bigints come as text by default. Nothing here counts beyond what a number holds exactly. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    oid === pg.types.builtins.INT8 && format !== "binary" ? Number : pg.types.getTypeParser(oid, format),
};

/**
 * Opens a PostgreSQL database. Any number of processes may have it open.
 *
 * @param url `postgres://user:password@host:port/database`
 * @throws ApiError service_unavailable when it cannot be reached
 */
export async function openPostgres(url: string, options: PostgresOptions = {}): Promise<Database> {
  const { connections = 10, schema, timeLimit = 60_000 } = options;
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    // Statements need not wait for answers of those before. See `Connection`.
    pipeline: true,
    types,
    options: [
      `${PLANNING.map((setting) => `-c ${setting}`).join(" ")} -c statement_timeout=${timeLimit}`,
      ...(schema ? [`-c search_path=${schema}`] : []),
    ].join(" "),
  });
  // A connection that breaks is replaced, and the next query on it fails. Unheard, either event would end the process:
  // the pool's for connections that nobody uses, the connection's own for one between two queries.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: poolOfConnections(pool) }) });
  await available(() => prepare(kysely, schema));
  return {
    engine: "postgres",
    read: (work) =>
      available(() =>
        kysely.transaction().setIsolationLevel("repeatable read").setAccessMode("read only").execute(work),
      ),
    write: (scope, work) =>
      available(() => retried(() => kysely.transaction().execute(locked(scope, schema, work)))),
    settled: (_key, load) => available(() => kysely.connection().execute(load)),
    close: () => kysely.destroy(),
  };
}

/** Makes the tables; processes that start together wait for each other. */
async function prepare(kysely: Kysely<Tables>, schema: string | undefined): Promise<void> {
  await kysely.connection().execute(async (connection) => {
    const key = lockKey("migrate", schema);
    await sql`select pg_advisory_lock(${key})`.execute(connection);
    try {
      if (schema) await sql`create schema if not exists ${sql.id(schema)}`.execute(connection);
      await migrate(connection, "postgres", schema);
    } finally {
      await sql`select pg_advisory_unlock(${key})`.execute(connection);
    }
  });
}

/**
 * Work that begins when no other write of its scope runs. One that concerns everything waits for all of them,
 * and they for it.
 */
function locked<T>(
  scope: string,
  schema: string | undefined,
  work: (db: Db) => Promise<T>,
): (db: Db) => Promise<T> {
  return async (db) => {
    const all = lockKey("*", schema);
    await (scope === "*"
      ? sql`select pg_advisory_xact_lock(${all})`
      : sql`select pg_advisory_xact_lock_shared(${all}), pg_advisory_xact_lock(${lockKey(scope, schema)})`
    ).execute(db);
    return await work(db);
  };
}

/** Advisory locks are numbers of 64 bits. Two scopes that share one only wait more than they must. */
const lockKey = (scope: string, schema = ""): string =>
  createHash("sha256")
    .update(JSON.stringify(["notional", schema, scope]))
    .digest()
    .readBigInt64BE()
    .toString();

/** @throws ApiError conflict_error when it collides again and again */
async function retried<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run();
    } catch (error) {
      if (!isCollision(error)) throw error;
      if (attempt === TRIES) {
        throw new ApiError(409, "conflict_error", "Conflict occurred while saving. Please try again.");
      }
    }
  }
}

async function available<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (isTooSlow(error)) throw serviceUnavailable("service_unavailable");
    // The connection is replaced, and has the tables as they are.
    if (!isUnavailable(error) && !isOutdatedPlan(error)) throw error;
    throw serviceUnavailable("database_connection_unavailable", error);
  }
}
