import { describe, expect, test } from "vitest";
import { type Fixture, NOW, startServer } from "../fixture.ts";

const ME = "/v1/users/me";

/** Tells the control API something, and expects it to be taken. */
async function told({ call }: Fixture, method: string, path: string, body?: unknown) {
  const answer = await call(method, `/_notional/${path}`, body);
  expect(answer).toMatchObject({ status: 200 });
  return answer.body;
}

describe("shape", () => {
  test("status names the missing operations of each version", async () => {
    const status = await told(await startServer(), "GET", "status");
    expect(status).toMatchObject({ clock: { now: NOW, frozen: false, controlled: false }, faults: 0 });
    const [oldest, , newest] = status.versions;
    expect(newest.implemented).toContain("getPage");
    expect(newest.missing).toContain("oauthToken");
    expect(oldest.implemented).toContain("queryDatabase");
    expect(newest.implemented).not.toContain("queryDatabase");
  });

  test("the log has the last exchanges, and no tokens", async () => {
    const fixture = await startServer();
    await fixture.call("GET", ME);
    await fixture.call("GET", `${ME}x?a=b`, undefined, { token: "ntn_secret" });
    const { exchanges } = await told(fixture, "GET", "log?limit=2");
    expect(exchanges).toMatchObject([
      { method: "GET", path: ME, operation: "getSelf", version: "2026-03-11", status: 200, refusal: null },
      {
        path: `${ME}x?a=b`,
        status: 401,
        refusal: { code: "unauthorized", message: "API token is invalid." },
      },
    ]);
    expect(JSON.stringify(exchanges)).not.toContain("ntn_");
  });
});

describe("behaviour", () => {
  test("the clock is stopped, set, moved on and released", async () => {
    const fixture = await startServer();
    const time = "2030-01-01T00:00:00.000Z";
    await told(fixture, "POST", "clock/freeze", { time });
    fixture.clock.time = new Date("2026-11-20T12:34:57.789Z");
    expect(await told(fixture, "POST", "clock/advance", { milliseconds: 60_000 })).toEqual({
      now: "2030-01-01T00:01:00.000Z",
      frozen: true,
      controlled: true,
    });
    expect(await told(fixture, "POST", "clock/release")).toMatchObject({ now: "2026-11-20T12:34:57.789Z" });
    await told(fixture, "POST", "clock/set", { time });
    fixture.clock.time = new Date("2026-11-20T12:34:58.789Z");
    expect(await told(fixture, "GET", "clock")).toMatchObject({
      now: "2030-01-01T00:00:01.000Z",
      frozen: false,
    });
  });

  test("a fault answers with a status, as often as was said, for what it meets", async () => {
    const fixture = await startServer();
    const fault = { effect: "status", status: 429, retry_after_s: 7, operation: "getSelf", count: 1 };
    await told(fixture, "POST", "faults", fault);
    expect((await fixture.call("GET", "/v1/users")).status).toBe(200);
    const refused = await fixture.call("GET", ME);
    expect([refused.status, refused.body.code, refused.headers.get("retry-after")]).toEqual([
      429,
      "rate_limited",
      "7",
    ]);
    expect((await fixture.call("GET", ME)).status).toBe(200);
    expect(await told(fixture, "GET", "faults")).toEqual({ faults: [] });
  });

  test("a fault closes the connection, or cuts the answer in half", async () => {
    const fixture = await startServer();
    const { server } = fixture;
    const url = await server.listen();
    const headers = { authorization: "Bearer ntn_local_dev", "notion-version": "2026-03-11" };
    const { id } = await told(fixture, "POST", "faults", { effect: "reset", path: "/v1/users/*" });
    await expect(fetch(url + ME, { headers })).rejects.toThrow("fetch failed");
    await told(fixture, "DELETE", `faults/${id}`);
    await told(fixture, "POST", "faults", { effect: "malformed" });
    await expect((await fetch(url + ME, { headers })).json()).rejects.toThrow(SyntaxError);
    const { exchanges } = await told(fixture, "GET", "log");
    expect(exchanges).toMatchObject([{ status: null, fault: id }, { status: 200 }]);
  });

  test("chances are the same for the same seed", async () => {
    const outcomes = async (seed: number): Promise<number[]> => {
      const fixture = await startServer();
      await told(fixture, "POST", "faults", { effect: "status", status: 500, probability: 0.5, seed });
      const statuses: number[] = [];
      for (let index = 0; index < 12; index++) statuses.push((await fixture.call("GET", ME)).status);
      return statuses;
    };
    const first = await outcomes(1);
    expect(new Set(first)).toEqual(new Set([200, 500]));
    expect(await outcomes(1)).toEqual(first);
    expect(await outcomes(2)).not.toEqual(first);
  });

  test("a seed replaces everything; a wrong one changes nothing; reset goes back", async () => {
    const fixture = await startServer();
    const local = { name: "Other", connections: [{ name: "Bot", tokens: ["ntn_other"] }] };
    const wrong = { workspaces: [{ ...local, objects: [{ parent: "nowhere" }] }] };
    const refused = await fixture.call("POST", "/_notional/seed", wrong);
    expect([refused.status, refused.body.message]).toEqual([
      400,
      'workspaces[0].objects[0].parent: nothing in this seed has the ref "nowhere", and it is no UUID.',
    ]);
    expect((await fixture.call("GET", ME)).status).toBe(200);
    await told(fixture, "POST", "seed", { workspaces: [local] });
    expect((await fixture.call("GET", ME)).status).toBe(401);
    expect((await fixture.call("GET", ME, undefined, { token: "ntn_other" })).status).toBe(200);
    await told(fixture, "POST", "reset");
    expect((await fixture.call("GET", ME)).status).toBe(200);
  });

  test("a snapshot brings everything back, in another server too", async () => {
    const fixture = await startServer();
    const title = { title: { title: [{ text: { content: "Kept" } }] } };
    const [workspace] = (await fixture.server.export()).workspaces;
    const objects = [{ id: "1f6d2a40-7c3e-4b58-a1d9-2e4f6a8c0b12", title: "Home" }];
    await told(fixture, "POST", "seed", { workspaces: [{ ...workspace, objects }] });
    const parent = { page_id: objects[0]?.id };
    const { body: page } = await fixture.call("POST", "/v1/pages", { parent, properties: title });
    const snapshot = await told(fixture, "GET", "snapshot");
    await fixture.call("PATCH", `/v1/pages/${page.id}`, { in_trash: true });

    const other = await startServer();
    for (const one of [fixture, other]) {
      await told(one, "POST", "restore", snapshot);
      const { body } = await one.call("GET", `/v1/pages/${page.id}`);
      expect({ ...body, request_id: page.request_id }).toEqual(page);
      expect((await one.call("POST", "/v1/pages", { parent, properties: title })).status).toBe(200);
    }
    const foreign = { format: 1, tables: { nothing: { columns: [], rows: [] } } };
    const refused = await fixture.call("POST", "/_notional/restore", foreign);
    expect([refused.status, refused.body.message]).toEqual([400, "There is no table nothing."]);
  });

  test("connections see what is shared with them, and may what they were given", async () => {
    const fixture = await startServer();
    const [workspace] = (await fixture.server.export()).workspaces;
    const id = "1f6d2a40-7c3e-4b58-a1d9-2e4f6a8c0b12";
    await told(fixture, "POST", "seed", { workspaces: [{ ...workspace, objects: [{ id, title: "Home" }] }] });
    const made = await told(fixture, "POST", "connections", { name: "Bot", capabilities: ["read_content"] });
    const page = async (token: string) =>
      (await fixture.call("GET", `/v1/pages/${id}`, undefined, { token })).status;
    const path = `connections/${made.connection.id}`;
    expect(await page(made.token)).toBe(404);
    await told(fixture, "POST", `${path}/shares`, { object_id: id });
    expect(await page(made.token)).toBe(200);
    const { token } = await told(fixture, "POST", `${path}/token`);
    expect([await page(made.token), await page(token)]).toEqual([401, 200]);
    await told(fixture, "DELETE", `${path}/shares/${id}`);
    expect(await page(token)).toBe(404);
    const changed = await told(fixture, "PATCH", path, { content_access: "all", capabilities: [] });
    expect(changed).toMatchObject({ content_access: "all", capabilities: [], shared: [], tokens: 1 });
    expect((await fixture.call("DELETE", `/_notional/${path}/shares/${id}`)).status).toBe(404);
  });
});
