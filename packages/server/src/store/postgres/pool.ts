import type { PostgresPool, PostgresPoolClient } from "kysely";
import type pg from "pg";

/**
 * A pool as Kysely uses it, in which null characters stand for nothing that is stored: PostgreSQL takes none in text.
 * Documents have them all the same, because JSON spells them out; what is looked for with one is not found.
 */
export function withoutNulls(pool: pg.Pool): PostgresPool {
  // Kysely knows a connection by its client, so that each client has one face.
  const faces = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect();
      const face = faces.get(client) ?? faceOf(client);
      faces.set(client, face);
      return face;
    },
  };
}

function faceOf(client: pg.PoolClient): PostgresPoolClient {
  const query = (text: string, parameters: readonly unknown[]) =>
    client.query(text, parameters.map(replaced));
  // The other form is for cursors, which nothing here uses.
  return { query: query as never, release: (destroy) => client.release(destroy) };
}

const replaced = (parameter: unknown): unknown =>
  typeof parameter === "string" && parameter.includes("\0")
    ? parameter.replaceAll("\0", "\ufffd")
    : parameter;
