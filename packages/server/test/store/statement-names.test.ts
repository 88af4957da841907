import { sql } from "kysely";
import { expect, inject, onTestFinished, test } from "vitest";
import { nameOf } from "../../src/store/postgres/statement-names.ts";
import { openShared } from "../engines.ts";

test("statements that are asked for often get a name, and keep it", () => {
  const text = "select * from nodes where id = $1 and 'a test' = $2";
  expect([nameOf(text), nameOf(text)]).toEqual([undefined, undefined]);
  const name = nameOf(text);
  expect(name).toMatch(/^[\w-]{43}$/);
  expect(nameOf(text)).toBe(name);
});

test("statements that look for rows never get one", () => {
  const text = 'select rows.page_id from rows where "rows"."t1" = $1';
  expect(Array.from({ length: 5 }, () => nameOf(text)).every((name) => name === undefined)).toBe(true);
});

test.each([
  'insert into "rows" ("seq", "page_id") values ($1, (select seq from nodes where id = $2))',
  'update "rows" set "in_trash" = $1 where "data_source_seq" = (select seq from nodes where id = $2) and "seq" = (select seq from nodes where id = $3)',
])("statements that know which rows get one: %s", (text) => {
  expect(Array.from({ length: 3 }, () => nameOf(text)).at(-1)).toBeDefined();
});

test("what is asked for rarely is forgotten, so that others get one", () => {
  for (let index = 0; index < 1_000; index += 1) nameOf(`select ${index}`);
  for (let times = 0; times < 2; times += 1) nameOf("select 'often'");
  expect(nameOf("select 'often'")).toBeDefined();
});

test.runIf(inject("postgres"))("a connection whose plans are outdated is replaced", async () => {
  const [one, other] = await openShared(2);
  if (!one || !other) throw new Error("It is open twice.");
  const counters = () => one.read((db) => db.selectFrom("counters").selectAll().execute());
  onTestFinished(async () => {
    await other.write("*", (db) => sql`alter table counters drop column more`.execute(db));
    await one.close();
    await other.close();
  });
  for (let times = 0; times < 5; times += 1) await counters();
  await other.write("*", (db) => sql`alter table counters add column more integer`.execute(db));
  await expect(counters()).rejects.toMatchObject({ status: 503 });
  await expect(counters()).resolves.toEqual([]);
});
