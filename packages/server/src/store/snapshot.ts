import { sql } from "kysely";
import type { Snapshot } from "../__generated__/control/types.ts";
import type { Db } from "./database.ts";
import { isSqlite } from "./engine.ts";
import type { Tables } from "./tables.ts";

/** Every table, with whether its rows are counted in `seq`. A missing one does not compile. */
const TABLES: Record<keyof Tables, { counted: boolean }> = {
  workspaces: { counted: false },
  users: { counted: true },
  connections: { counted: false },
  tokens: { counted: false },
  shares: { counted: false },
  nodes: { counted: true },
  rows: { counted: false },
  row_values: { counted: false },
  relations: { counted: false },
  comments: { counted: true },
  counters: { counted: false },
  custom_emojis: { counted: true },
  rate_windows: { counted: false },
  title_words: { counted: false },
};
const names = Object.keys(TABLES) as (keyof Tables)[];

/** What SQLite takes at most in one statement; PostgreSQL takes twice as many. */
const MAX_VARIABLES = 32_766;

/** Forgets everything. */
export async function clearTables(db: Db): Promise<void> {
  for (const name of names) await db.deleteFrom(name).execute();
}

/**
 * Has PostgreSQL count what was put in place of everything. It plans by what it last counted, and by itself counts a
 * minute later. SQLite needs none of it.
 */
export async function countRows(db: Db): Promise<void> {
  if (!isSqlite(db)) await sql`analyze ${sql.join(names.map((name) => sql.table(name)))}`.execute(db);
}

/** All rows of all tables, in a form that either engine takes back. */
export async function takeSnapshot(db: Db): Promise<Snapshot> {
  const tables: Snapshot["tables"] = {};
  for (const name of names) {
    const rows = (await db
      .selectFrom(name)
      .selectAll()
      .$if(TABLES[name].counted, (query) => query.orderBy(sql.ref("seq")))
      .execute()) as Record<string, unknown>[];
    const columns = Object.keys(rows[0] ?? {});
    tables[name] = { columns, rows: rows.map((row) => columns.map((column) => row[column])) };
  }
  return { format: 1, tables };
}

/**
 * Puts back what a snapshot holds, instead of what is there.
 *
 * @throws SnapshotError when it is of another release: it has tables or columns that are not there
 */
export async function restoreSnapshot(
  db: Db,
  engine: "sqlite" | "postgres",
  { tables }: Snapshot,
): Promise<void> {
  const unknown = Object.keys(tables).find((name) => !(name in TABLES));
  if (unknown !== undefined) throw new SnapshotError(`There is no table ${unknown}.`);
  await clearTables(db);
  for (const name of names) {
    const { columns, rows } = tables[name] ?? { columns: [], rows: [] };
    if (rows.some((row) => row.length !== columns.length))
      throw new SnapshotError(`A row of ${name} has not all columns.`);
    const step = Math.floor(MAX_VARIABLES / Math.max(columns.length, 1));
    for (let start = 0; start < rows.length; start += step) {
      const values = rows
        .slice(start, start + step)
        .map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index]])));
      await insert(db, name, values);
    }
    if (engine === "postgres" && TABLES[name].counted) await continueCounting(db, name);
  }
}

/** A snapshot that does not fit. */
export class SnapshotError extends Error {
  override name = "SnapshotError";
}

async function insert(db: Db, name: keyof Tables, values: Record<string, unknown>[]): Promise<void> {
  try {
    await db
      .insertInto(name)
      .values(values as never)
      .execute();
  } catch (error) {
    throw new SnapshotError(
      `The rows of ${name} do not fit: ${error instanceof Error ? error.message : error}`,
    );
  }
}

/** SQLite goes on after the highest number by itself. */
async function continueCounting(db: Db, name: string): Promise<void> {
  await sql`select setval(pg_get_serial_sequence(${name}, 'seq'), coalesce(max(seq), 0) + 1, false)
    from ${sql.table(name)}`.execute(db);
}
