import type { Kysely } from "kysely";
import type { Remembered } from "./remembered.ts";
import type { Tables } from "./tables.ts";

/** What the queries of this folder run on: a connection that sees one state for as long as the work lasts. */
export type Db = Kysely<Tables>;

/** @param remembered What need not be looked up again; nothing where other processes write as well. */
export type Work<T> = (db: Db, remembered?: Remembered) => Promise<T>;

/**
 * A database and how work is done on it. Both engines keep the same promises: a read sees one state, a write
 * is all or nothing, writes to one workspace follow each other, and what returned is durable.
 */
export interface Database {
  readonly engine: "sqlite" | "postgres";
  /** Runs what only looks. */
  read<T>(work: Work<T>): Promise<T>;
  /**
   * Runs what changes something, in one transaction.
   *
   * @param scope Writes of one scope follow each other: a workspace's id, or `*` for everything.
   */
  write<T>(scope: string, work: Work<T>): Promise<T>;
  /**
   * What only writes of the scope `*` change: tokens, connections, workspaces. An engine that has the database
   * for itself keeps it until the next such write; one that shares it asks each time.
   *
   * @param key Of what is loaded, unique among all that is kept.
   */
  settled<T>(key: string, load: (db: Db) => Promise<T>): Promise<T>;
  /** Waits for what runs, and closes. */
  close(): Promise<void>;
}
