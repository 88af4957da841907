import { type RawBuilder, sql } from "kysely";
import { describe, expect, inject, onTestFinished, test } from "vitest";
import { type Database, openPostgres } from "../../src/index.ts";
import type { Db } from "../../src/store/database.ts";
import type { Condition } from "../../src/store/query/conditions.ts";
import type { Rollup } from "../../src/store/query/fields.ts";
import { findRows } from "../../src/store/query/find-rows.ts";
import { writeRollups } from "../../src/store/rollups.ts";

/*
 * PostgreSQL plans by what it last counted, which may be long ago: rows that were written since seem to be none. Which
 * plan it takes must not matter much.
 */

const ROWS = 1_000;

/** Orders, each of one item, numbered from some number on: the two data sources, then the rows of each. */
async function addShop(db: Db, first: number, rows: number): Promise<{ orders: number; items: number }> {
  const [orders, items] = [first, first + 1];
  const pages = (source: number, place: number, title: string) => sql`
    select ${sql.lit(source)} as source, i + ${sql.lit(first + place)} as seq, ${sql.lit(`${title} `)} || i as title
    from generate_series(1, ${sql.lit(rows)}) as i`;
  const all = sql`(${pages(orders, 1, "order")} union all ${pages(items, rows + 1, "item")}) as page`;
  const run = (statement: RawBuilder<unknown>) => statement.execute(db);
  const named = sql`'page ' || page.seq`;
  await run(sql`insert into nodes (seq, id, workspace_id, kind, type, parent_kind, parent_id, created_time, created_by,
      last_edited_time, last_edited_by, in_trash, children_count, title, document)
    select seq, ${named}, 'w', 'page', 'child_page', 'data_source', source, '2026', 'u', '2026', 'u', 0, 0, title, '{}'
    from ${all}`);
  await run(sql`insert into rows (data_source_seq, seq, page_id, in_trash, is_archived, t0, n0, created_time,
      last_edited_time, created_by, last_edited_by)
    select source, seq, ${named}, 0, 0, title, 7, '2026', '2026', 'u', 'u' from ${all}`);
  await run(sql`insert into relations (page_id, property_id, place, target_id, page_seq)
    select ${named}, 'item', 0, 'page ' || (page.seq + ${sql.lit(rows)}), page.seq
    from (${pages(orders, 1, "order")}) as page`);
  return { orders, items };
}

/**
 * A database of its own: emptied ones have room for many rows, which PostgreSQL takes into account. It stays until the
 * cluster ends, because elsewhere somebody may be listing the tables.
 */
async function openNew(schema: string): Promise<Database> {
  const database = await openPostgres(inject("postgres") as string, { connections: 1, schema });
  onTestFinished(() => database.close());
  return database;
}

/** How many lines of its tables something looks at. */
async function linesFor(db: Db, work: () => Promise<void>): Promise<number> {
  // A read asks nothing twice.
  const looked = async (when: string): Promise<number> => {
    const { rows } = await sql<{ count: number | string }>`
      select sum(seq_tup_read + idx_tup_fetch) as count, ${when} from pg_stat_xact_user_tables`.execute(db);
    return Number(rows[0]?.count);
  };
  const before = await looked("before");
  await work();
  return (await looked("after")) - before;
}

const name = { of: "slot", slot: "t0", property: "title" } as const;

describe.runIf(inject("postgres"))("behaviour", () => {
  test.each([1, 40])(
    "rows that are newer than %i counted ones are looked up by their keys",
    async (counted) => {
      const database = await openNew(`counted_${counted}`);
      await database.write("*", async (db) => {
        for (const table of ["nodes", "rows", "relations"]) {
          await sql`alter table ${sql.table(table)} set (autovacuum_enabled = false)`.execute(db);
        }
        for (let shop = 1; shop <= counted; shop += 1) await addShop(db, shop * 10, 1);
        await sql`analyze nodes, rows, relations`.execute(db);
      });
      const { orders, items } = await database.write("*", (db) => addShop(db, 1_000, ROWS));
      const related = { relation: "item", dataSource: items };
      const prices: Rollup = {
        of: "rollup",
        ...related,
        field: { of: "slot", slot: "n0", property: "price" },
        calculate: "sum",
      };
      const conditions: Condition[] = [
        { ...related, row: { field: name, in: ["nothing"] } },
        { not: { ...related, row: { field: name, startsWith: "item" } } },
        { field: prices, in: [8] },
      ];
      for (const condition of conditions) {
        const query = { dataSource: orders, condition, order: [], limit: 10 };
        const lines = await database.read((db) =>
          linesFor(db, async () => expect(await findRows(db, query)).toEqual([])),
        );
        expect(lines).toBeLessThan(ROWS * 30);
      }
      const column = { dataSource: orders, slot: "n1", rollup: prices };
      const lines = await database.write("*", (db) => linesFor(db, () => writeRollups(db, [column])));
      expect(lines).toBeLessThan(ROWS * 30);
    },
  );
});
