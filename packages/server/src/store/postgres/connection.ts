import type { PostgresPoolClient } from "kysely";
import type pg from "pg";
import { isOutdatedPlan } from "./errors.ts";
import { nameOf } from "./statement-names.ts";

/** How Kysely begins what only looks. It ends with a commit, too, if all goes well. */
const BEGIN_READ = /^start transaction .*read only$/;
const BEGIN = /^(begin|start transaction)\b/;
const END = /^(commit|rollback)$/;

const LOOK = /^\s*(select|with)\b/;

/** Longer answers are rarely asked for twice, and would be held until the read ends. */
const MOST_KNOWN_ROWS = 100;

/**
 * A connection as Kysely uses it, with less waiting: what begins a transaction goes out together with its first
 * statement, a read is over before PostgreSQL has said so, and in a read nothing is asked for twice, because it sees
 * one state. Each takes a way to the database and back, of which a request has a dozen.
 */
export class Connection implements PostgresPoolClient {
  readonly #client: pg.PoolClient;
  /** What was sent and has not been waited for. */
  #ahead: Promise<unknown> | undefined;
  /** In a read: the answers so far, by statement and values. */
  #known: Map<string, pg.QueryResult> | undefined;
  #isOutdated = false;

  constructor(client: pg.PoolClient) {
    this.#client = client;
  }

  // The other form is for cursors, which nothing here uses.
  query = (async (text: string, values: readonly unknown[] = []): Promise<pg.QueryResult> => {
    if (BEGIN.test(text)) return this.#begin(text);
    if (END.test(text) && this.#known) return this.#endRead(text);
    const key = this.#known && LOOK.test(text) ? `${text}\0${JSON.stringify(values)}` : undefined;
    const known = key === undefined ? undefined : this.#known?.get(key);
    if (known) return known;
    const result = await this.#send(text, values);
    if (key !== undefined && result.rows.length <= MOST_KNOWN_ROWS) this.#known?.set(key, result);
    return result;
  }) as never;

  release(destroy?: boolean): void {
    this.#known = undefined;
    this.#client.release(destroy || this.#isOutdated);
  }

  #begin(text: string): pg.QueryResult {
    if (BEGIN_READ.test(text)) this.#known = new Map();
    this.#ahead = this.#client.query(text);
    // Whoever asks next is told.
    this.#ahead.catch(() => undefined);
    return nothing;
  }

  #endRead(text: string): pg.QueryResult {
    this.#known = undefined;
    this.#ahead = undefined;
    // What only looked has nothing to lose, and a connection that breaks is replaced.
    this.#client.query(text).catch(() => undefined);
    return nothing;
  }

  async #send(text: string, values: readonly unknown[]): Promise<pg.QueryResult> {
    const name = nameOf(text);
    const sent = this.#client.query({
      text,
      values: values.map(replaced),
      ...(name !== undefined && { name }),
    });
    const ahead = this.#ahead;
    this.#ahead = undefined;
    try {
      const [result] = await Promise.all([sent, ahead]);
      return result;
    } catch (error) {
      this.#isOutdated ||= isOutdatedPlan(error);
      throw error;
    }
  }
}

const nothing: pg.QueryResult = { command: "", rowCount: 0, oid: 0, fields: [], rows: [] };

/**
 * Null characters stand for nothing that is stored: PostgreSQL takes none in text. Documents have them all the same,
 * because JSON spells them out; what is looked for with one is not found.
 */
const replaced = (parameter: unknown): unknown =>
  typeof parameter === "string" && parameter.includes("\0")
    ? parameter.replaceAll("\0", "\ufffd")
    : parameter;
