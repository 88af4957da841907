import type { Kysely } from "kysely";
import { Migrator } from "kysely/migration";
import * as tables from "./migrations/0001-tables.ts";
import type { Tables } from "./tables.ts";

/** Every change of the tables, in order. One that was released is never edited. */
const migrations = { "0001-tables": tables };

/**
 * Brings the tables up to date. Whoever starts first does it; the others wait for it.
 *
 * @param schema Where the tables are, when not in the default one. PostgreSQL only.
 * @throws when a migration fails; nothing of it stays.
 */
export async function migrate(
  db: Kysely<Tables>,
  engine: "sqlite" | "postgres",
  schema?: string,
): Promise<void> {
  const provided = Object.entries(migrations).map(([name, migration]) => [
    name,
    { up: (kysely: Kysely<Tables>) => migration.up(kysely, engine) },
  ]);
  const migrator = new Migrator({
    db,
    // Without it the migrator takes the tables of another schema for its own.
    ...(schema && { migrationTableSchema: schema }),
    provider: { getMigrations: async () => Object.fromEntries(provided) },
  });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}
