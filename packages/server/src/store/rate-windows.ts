import { sql } from "kysely";
import type { Db } from "./database.ts";

/**
 * Counts one more in a window, and forgets the windows before it.
 *
 * @param subject Who is counted.
 * @param start When the window begins, in milliseconds.
 * @returns How many there have been in this window, this one among them.
 */
export async function countInWindow(db: Db, subject: string, start: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    insert into rate_windows (subject, start, count) values (${subject}, ${start}, 1)
    on conflict (subject) do update set
      count = case when rate_windows.start = excluded.start then rate_windows.count + 1 else 1 end,
      start = excluded.start
    returning count`.execute(db);
  return Number(rows[0]?.count ?? 0);
}
