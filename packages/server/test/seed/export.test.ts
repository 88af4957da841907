import { describe, expect, test } from "vitest";
import { createServer, type Seed, sequentialIds } from "../../src/index.ts";
import { checkSeed } from "../../src/seed/check.ts";
import { startServer } from "../fixture.ts";

/** What a server holds, without what only its engine draws and numbers. */
async function heldBy(seed?: Seed) {
  const clock = { now: () => new Date("2026-03-11T10:00:00.000Z") };
  const server = await createServer({ clock, ids: sequentialIds(7), ...(seed && { seed }) });
  const { tables } = await server.snapshot();
  const exported = await server.export();
  await server.close();
  const held = Object.entries(tables).map(([name, { columns, rows }]) => [
    name,
    rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index]]))),
  ]);
  const all = Object.fromEntries(held) as Record<string, Record<string, unknown>[]>;
  for (const row of Object.values(all).flat()) {
    delete row.seq;
    delete row.data_source_seq;
    delete row.page_seq;
    delete row.node_seq;
    delete row.revision;
  }
  for (const rows of Object.values(all)) {
    rows.sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
  }
  return { all, exported };
}

describe("behaviour", () => {
  test("what is exported and applied again is the same, table by table", async () => {
    const first = await heldBy();
    const second = await heldBy(first.exported);
    expect(second.all).toEqual(first.all);
    expect(second.exported).toEqual(first.exported);
    expect(first.all.nodes?.length).toBeGreaterThan(40);
    expect(first.all.relations).toHaveLength(2);
    expect(first.all.counters).toHaveLength(1);
  });

  test("an export is a seed", async () => {
    const { server } = await startServer();
    const seed = await server.export();
    await expect(checkSeed(JSON.parse(JSON.stringify(seed)))).resolves.toEqual(seed);
  });
});
