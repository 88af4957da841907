import type { Connection } from "./auth/connection.ts";
import type { Clock } from "./clock.ts";
import type { Ids } from "./ids.ts";
import type { AnswerCache } from "./operations/answer-cache.ts";
import type { RowChanges } from "./operations/properties/computed/changes.ts";
import type { Settings } from "./settings.ts";
import type { Db } from "./store/database.ts";
import type { Remembered } from "./store/remembered.ts";

/** What an operation works with: who calls, on which state, and where time and ids come from. */
export interface Context {
  /** Sees one state for the whole request; of a write, everything is kept or nothing. */
  db: Db;
  /** What need not be looked up again; nothing where other processes write as well. */
  remembered?: Remembered | undefined;
  connection: Connection;
  /** The moment of the request, the same in all that it changes. ISO 8601 with milliseconds. */
  now: string;
  clock: Clock;
  ids: Ids;
  settings: Settings;
  /** Objects that were answered before, with what they were made of. */
  answers: AnswerCache;
  /** The rows that the request has changed so far, as far as results may rest on them. */
  changes: RowChanges;
}
