import { sql } from "kysely";
import { describe, expect, inject, onTestFinished, test } from "vitest";
import type { Seed } from "../../src/index.ts";
import { emptySeed } from "../../src/seed/empty.ts";
import type { Database, Db } from "../../src/store/database.ts";
import type { Condition } from "../../src/store/query/conditions.ts";
import type { Rollup } from "../../src/store/query/fields.ts";
import { findRows } from "../../src/store/query/find-rows.ts";
import { writeRollups } from "../../src/store/rollups.ts";
import { startServer } from "../fixture.ts";

/*
 * PostgreSQL plans by what it last counted, which may be long ago: rows that were written since seem to be none. Which
 * plan it takes must not matter much.
 */

const ORDERS = "4d9f5c73-af61-4e8b-940c-517295df3e45";
const ITEMS = "5e0a6d84-b072-4f9c-a51d-628306e04f56";
const ROWS = 1_000;
const item = (index: number): string => `8c3b2a74-6e3d-4fa0-9c75-${String(index).padStart(12, "0")}`;

/** As many orders as items, each of one. */
const shop = (rows: number): Seed =>
  ({
    workspaces: [
      {
        ...emptySeed.workspaces[0],
        objects: [
          {
            object: "database",
            title: "Shop",
            data_sources: [
              {
                id: ORDERS,
                title: "Orders",
                properties: {
                  Name: "title",
                  Count: "number",
                  Items: {
                    id: "item",
                    type: "relation",
                    relation: { data_source_id: ITEMS, type: "single_property", single_property: {} },
                  },
                },
                rows: Array.from({ length: rows }, (_, index) => ({
                  properties: { Name: `Order ${index}`, Items: [item(index)] },
                })),
              },
              {
                id: ITEMS,
                title: "Items",
                properties: { Name: "title", Price: "number" },
                rows: Array.from({ length: rows }, (_, index) => ({
                  id: item(index),
                  properties: { Name: "Item", Price: 7 },
                })),
              },
            ],
          },
        ],
      },
    ],
  }) as Seed;

const name = { of: "slot", slot: "t0", property: "title" } as const;

/** A shop of whose rows PostgreSQL has counted one each. */
async function startUncounted(): Promise<{ database: Database; orders: number; items: number }> {
  const { call, database } = await startServer(shop(1));
  const each = (statement: string) => (db: Db) =>
    sql`do $$ declare name text; begin
      for name in select tablename from pg_tables where schemaname = current_schema()
      loop execute format(${sql.lit(statement)}, name); end loop;
    end $$`.execute(db);
  await database.write("*", each("alter table %I set (autovacuum_enabled = false)"));
  onTestFinished(async () => {
    await database.write("*", each("alter table %I reset (autovacuum_enabled)"));
  });
  await database.write("*", each("analyze %I"));
  await call("POST", "/_notional/seed", shop(ROWS));
  const [orders, items] = await database.read(async (db) => {
    const found = await db
      .selectFrom("nodes")
      .select(["id", "seq"])
      .where("id", "in", [ORDERS, ITEMS])
      .execute();
    return [ORDERS, ITEMS].map((id) => Number(found.find((node) => node.id === id)?.seq));
  });
  return { database, orders: orders as number, items: items as number };
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

describe.runIf(inject("postgres"))("behaviour", () => {
  test("what relations point at is looked up by its keys", async () => {
    const { database, orders, items } = await startUncounted();
    const related = { relation: "item", dataSource: items };
    const prices: Rollup = {
      of: "rollup",
      ...related,
      field: { of: "slot", slot: "n0", property: "price" },
      calculate: "sum",
    };
    const conditions: Condition[] = [
      { ...related, row: { field: name, in: ["nothing"] } },
      { not: { ...related, row: { field: name, in: ["item"] } } },
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
  });
});
