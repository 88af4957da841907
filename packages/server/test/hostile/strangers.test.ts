import { describe, expect, test } from "vitest";
import type { Called } from "../fixture.ts";
import { places } from "./places.ts";
import { foreign, missing, seed, unshared } from "./strangers.ts";
import { startTarget } from "./target.ts";

const UUID = /[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}/g;

/** An answer without what is another one each time. The id that was asked for is like all others. */
function comparable({ status, body }: Called): object {
  const text = JSON.stringify(body)
    .replace(UUID, "ID")
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "TIME");
  return { status, body: JSON.parse(text) as unknown };
}

describe("behaviour", () => {
  test("every place tells of what is not shared what it tells of what is not there", async () => {
    const { call } = await startTarget(seed);
    for (const [what, kind, request] of places) {
      const expected = comparable(await call(...request(missing[kind])));
      expect(comparable(await call(...request(foreign[kind]))), what).toEqual(expected);
      // Users and emojis belong to a whole workspace.
      if (kind === "person" || kind === "emoji") continue;
      expect(comparable(await call(...request(unshared[kind]))), what).toEqual(expected);
    }
  });

  test("nothing of another workspace has changed after all of that", async () => {
    const { call } = await startTarget(seed);
    const state = async () => {
      const bodies = [];
      for (const path of [
        `/v1/pages/${foreign.page}`,
        `/v1/blocks/${foreign.page}/children`,
        `/v1/databases/${foreign.database}`,
        `/v1/data_sources/${foreign.dataSource}`,
        `/v1/pages/${foreign.row}`,
        `/v1/comments?block_id=${foreign.page}`,
      ]) {
        const { request_id: _, ...body } = (await call("GET", path, undefined, { token: "ntn_other" })).body;
        bodies.push(body);
      }
      return bodies;
    };
    const before = await state();
    for (const [, kind, request] of places) await call(...request(foreign[kind]));
    expect(await state()).toEqual(before);
  });

  test("lists and searches have only what is shared", async () => {
    const { call } = await startTarget(seed);
    for (const [method, path, sent] of [
      ["POST", "/v1/search", {}],
      ["POST", "/v1/search", { query: "secret" }],
      ["GET", "/v1/users", undefined],
      ["GET", "/v1/custom_emojis", undefined],
    ] as const) {
      const { status, body } = await call(method, path, sent);
      expect(status).toBe(200);
      expect(body.results.length).toBeGreaterThan(0);
      for (const id of [...Object.values(foreign), unshared.page, unshared.dataSource, unshared.row]) {
        expect(JSON.stringify(body)).not.toContain(id);
      }
    }
  });
});
