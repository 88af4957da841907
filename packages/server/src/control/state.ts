import type { Snapshot } from "../__generated__/control/types.ts";
import type { Clock } from "../clock.ts";
import type { Ids } from "../ids.ts";
import { applySeed } from "../seed/apply.ts";
import { exportSeed } from "../seed/export.ts";
import type { Seed } from "../seed/format.ts";
import type { Database, Db } from "../store/database.ts";
import { clearTables, countRows, restoreSnapshot, takeSnapshot } from "../store/snapshot.ts";

/** Everything that a server holds, as a whole. What fails changes nothing. */
export interface State {
  /** Applies the seed that the server was made with, unless there is something already. */
  begin(): Promise<void>;
  /** Forgets everything and applies the seed that the server was made with. */
  reset(): Promise<void>;
  /** Forgets everything and applies another seed. */
  seed(seed: Seed): Promise<void>;
  export(): Promise<Seed>;
  snapshot(): Promise<Snapshot>;
  restore(snapshot: Snapshot): Promise<void>;
}

/** @param initial Read when it is needed: a server over a database with content does not need it. */
export function stateOf(database: Database, initial: () => Promise<Seed>, clock: Clock, ids: Ids): State {
  const apply = async (seed: Seed, db: Db): Promise<void> => {
    await applySeed(seed, { db, ids, now: clock.now().toISOString() });
    await countRows(db);
  };
  const replace = (seed: Seed): Promise<void> =>
    database.write("*", async (db) => {
      await clearTables(db);
      await apply(seed, db);
    });
  return {
    begin: async () => {
      await database.write("*", async (db) => {
        const known = await db.selectFrom("workspaces").select("id").limit(1).executeTakeFirst();
        if (!known) await apply(await initial(), db);
      });
    },
    reset: async () => await replace(await initial()),
    seed: replace,
    export: () => database.read(exportSeed),
    snapshot: () => database.read(takeSnapshot),
    restore: (snapshot) =>
      database.write("*", async (db) => {
        await restoreSnapshot(db, database.engine, snapshot);
        await countRows(db);
      }),
  };
}
