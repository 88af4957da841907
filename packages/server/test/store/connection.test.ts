import type pg from "pg";
import { describe, expect, test } from "vitest";
import { Connection } from "../../src/store/postgres/connection.ts";

const BEGIN_READ = "start transaction isolation level repeatable read read only";

/** A connection over a client that answers each statement with its number, and one that fails in an error. */
function connect(failing?: string) {
  const sent: string[] = [];
  const answered: string[] = [];
  const client = {
    async query(asked: string | { text: string; values: unknown[] }) {
      const { text, values } = typeof asked === "string" ? { text: asked, values: [] } : asked;
      const number = sent.push([text, ...values].join(" "));
      await new Promise(setImmediate);
      answered.push(text);
      if (text === failing) throw new Error(`${text} failed`);
      return { rows: [{ number }] };
    },
    release() {},
  } as unknown as pg.PoolClient;
  const connection = new Connection(client);
  const query = connection.query as unknown as (
    text: string,
    values?: readonly unknown[],
  ) => Promise<pg.QueryResult>;
  return { connection, query, sent, answered };
}

describe("shape", () => {
  test("null characters stand for nothing that is stored", async () => {
    const { query, sent } = connect();
    await query("select $1", ["a\0b"]);
    expect(sent).toEqual(["select $1 a\ufffdb"]);
  });
});

describe("validation", () => {
  test("a transaction that cannot begin fails in its first statement", async () => {
    const { query } = connect("begin");
    await query("begin");
    await expect(query("select 1")).rejects.toThrow("begin failed");
  });

  test("a write that is not kept fails", async () => {
    const { query } = connect("commit");
    await query("begin");
    await query("insert");
    await expect(query("commit")).rejects.toThrow("commit failed");
  });
});

describe("behaviour", () => {
  test("what begins a transaction goes out with its first statement", async () => {
    const { query, sent, answered } = connect();
    await query("begin");
    expect(answered).toEqual([]);
    await query("select 1");
    expect(sent).toEqual(["begin", "select 1"]);
    expect(answered).toEqual(["begin", "select 1"]);
  });

  test("a read asks nothing twice", async () => {
    const { query, sent } = connect();
    await query(BEGIN_READ);
    const first = await query("select $1", [1]);
    expect(await query("select $1", [1])).toBe(first);
    await query("select $1", [2]);
    expect(sent).toEqual([BEGIN_READ, "select $1 1", "select $1 2"]);
  });

  test("the next read asks again", async () => {
    const { query, sent } = connect();
    for (let read = 0; read < 2; read += 1) {
      await query(BEGIN_READ);
      await query("select 1");
      await query("commit");
    }
    expect(sent).toEqual([BEGIN_READ, "select 1", "commit", BEGIN_READ, "select 1", "commit"]);
  });

  test("a read does what is no question as often as it is said", async () => {
    const { query, sent } = connect();
    await query(BEGIN_READ);
    for (let time = 0; time < 2; time += 1) await query("set local parallel_setup_cost = 0");
    expect(sent).toHaveLength(3);
  });

  test("a write asks as often as it is told to, because it changes what it sees", async () => {
    const { query, sent } = connect();
    await query("begin");
    for (let time = 0; time < 2; time += 1) await query("select 1");
    expect(sent).toEqual(["begin", "select 1", "select 1"]);
  });

  test("a read that broke is over all the same", async () => {
    const { query, sent } = connect("rollback");
    await query(BEGIN_READ);
    await query("rollback");
    await query("select 1");
    expect(sent).toEqual([BEGIN_READ, "rollback", "select 1"]);
  });
});
