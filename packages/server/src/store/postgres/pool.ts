import type { PostgresPool, PostgresPoolClient } from "kysely";
import type pg from "pg";
import { isOutdatedPlan } from "./errors.ts";
import { nameOf } from "./statement-names.ts";

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
  let isOutdated = false;
  const query = async (text: string, values: readonly unknown[]) => {
    const name = nameOf(text);
    try {
      return await client.query({ text, values: values.map(replaced), ...(name !== undefined && { name }) });
    } catch (error) {
      isOutdated ||= isOutdatedPlan(error);
      throw error;
    }
  };
  // The other form is for cursors, which nothing here uses.
  return { query: query as never, release: (destroy) => client.release(destroy || isOutdated) };
}

const replaced = (parameter: unknown): unknown =>
  typeof parameter === "string" && parameter.includes("\0")
    ? parameter.replaceAll("\0", "\ufffd")
    : parameter;
