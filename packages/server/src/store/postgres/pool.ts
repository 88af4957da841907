import type { PostgresPool } from "kysely";
import type pg from "pg";
import { Connection } from "./connection.ts";

/** A pool as Kysely uses it. */
export function poolOfConnections(pool: pg.Pool): PostgresPool {
  // Kysely knows a connection by its client, so that each client has one.
  const connections = new WeakMap<pg.PoolClient, Connection>();
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect();
      const connection = connections.get(client) ?? new Connection(client);
      connections.set(client, connection);
      return connection;
    },
  };
}
