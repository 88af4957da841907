import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import type { Database } from "../../src/index.ts";
import { startServer } from "../fixture.ts";

/** Leaves the database no room to grow, or all the room there is. */
const setRoom = (database: Database, room: "none" | "all"): Promise<unknown> =>
  database.read(async (db) => {
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db);
    const pages = room === "none" ? rows[0]?.page_count : 2 ** 30;
    await sql.raw(`pragma max_page_count = ${pages}`).execute(db);
  });

const page = { parent: { type: "workspace", workspace: true } };

describe("behaviour", () => {
  test("a full disk is told in the envelope, keeps nothing, and is forgotten when there is room", async () => {
    const { call, database } = await startServer();
    const { body: home } = await call("POST", "/v1/pages", page);
    const children = Array.from({ length: 100 }, () => ({
      paragraph: { rich_text: [{ text: { content: "x".repeat(2000) } }] },
    }));
    await setRoom(database, "none");
    const { status, body } = await call("PATCH", `/v1/blocks/${home.id}/children`, { children });
    expect({ status, body }).toEqual({
      status: 503,
      body: {
        object: "error",
        status: 503,
        code: "service_unavailable",
        message: "Notion is unavailable, please try again later.",
        request_id: body.request_id,
      },
    });
    expect((await call("GET", `/v1/blocks/${home.id}/children`)).body.results).toEqual([]);

    await setRoom(database, "all");
    expect((await call("PATCH", `/v1/blocks/${home.id}/children`, { children })).status).toBe(200);
    expect((await call("GET", `/v1/blocks/${home.id}/children`)).body.results).toHaveLength(100);
  });
});
