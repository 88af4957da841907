import { describe, expect, onTestFinished, test } from "vitest";
import { createServer, type Seed } from "../src/index.ts";
import { openDatabase } from "./engines.ts";
import { startServer } from "./fixture.ts";

const ALICE = "11111111-0000-8000-8000-000000000001";
const BOT = "11111111-0000-8000-8000-00000000000b";
const OTHER_BOT = "22222222-0000-8000-8000-00000000000b";

/** Two workspaces; the first has connections that may do less and less. */
const seed: Seed = {
  workspaces: [
    {
      id: "11111111-0000-8000-8000-000000000000",
      name: "Lighthouse Coffee",
      users: [{ id: ALICE, name: "Alice", person: { email: "alice@example.org", email_verified: true } }],
      connections: [
        { id: BOT, name: "Everything", tokens: ["ntn_all"] },
        { name: "No e-mail", tokens: ["ntn_names"], capabilities: ["read_content", "read_user_information"] },
        { name: "Nobody", tokens: ["ntn_nobody"], capabilities: ["read_content"] },
      ],
    },
    {
      name: "Another one",
      users: [{ name: "Mallory" }],
      connections: [{ id: OTHER_BOT, name: "Other", tokens: ["ntn_other"] }],
    },
  ],
};

/** An error without its id, which differs from request to request. */
async function refusal(call: Promise<{ status: number; body: Record<string, unknown> }>) {
  const { status, body } = await call;
  const { request_id, ...error } = body;
  expect(request_id).toMatch(/^[0-9a-f-]{36}$/);
  return { answered: status, ...error };
}

const error = (status: number, code: string, message: string, extra: object = {}) => ({
  answered: status,
  object: "error",
  status,
  code,
  message,
  ...extra,
});

const NO_TOKEN = error(401, "unauthorized", 'Authorization header must use the format "Bearer <token>".');
const INVALID_TOKEN = error(401, "unauthorized", "API token is invalid.");
const INVALID_URL = error(400, "invalid_request_url", "Invalid request URL.");

describe("shape", () => {
  test("the bot of a token, with what only it may see of itself", async () => {
    const { call } = await startServer(seed);
    const { status, headers, body } = await call("GET", "/v1/users/me", undefined, { token: "ntn_all" });
    expect(status).toBe(200);
    expect(headers.get("content-type")).toBe("application/json; charset=utf-8");
    expect(headers.get("x-notion-request-id")).toBe(body.request_id);
    expect(body).toEqual({
      object: "user",
      id: BOT,
      name: "Everything",
      avatar_url: null,
      type: "bot",
      bot: {
        owner: { type: "workspace", workspace: true },
        workspace_id: "11111111-0000-8000-8000-000000000000",
        workspace_name: "Lighthouse Coffee",
        workspace_limits: { max_file_upload_size_in_bytes: 5_242_880 },
      },
      request_id: body.request_id,
    });
  });

  test("the people and bots of the workspace, others' bots without their owner", async () => {
    const { call } = await startServer(seed);
    const { body } = await call("GET", "/v1/users", undefined, { token: "ntn_all" });
    expect(body).toMatchObject({
      object: "list",
      type: "user",
      user: {},
      has_more: false,
      next_cursor: null,
    });
    expect(body.results.map(({ name, person, bot }: never) => ({ name, person, bot }))).toEqual([
      { name: "Alice", person: { email: "alice@example.org", email_verified: true } },
      { name: "Everything", bot: expect.objectContaining({ workspace_name: "Lighthouse Coffee" }) },
      { name: "No e-mail", bot: {} },
      { name: "Nobody", bot: {} },
    ]);
  });
});

describe("validation", () => {
  test("an address that no version has", async () => {
    const { call } = await startServer(seed);
    expect(await refusal(call("GET", "/v1/nowhere"))).toEqual(INVALID_URL);
    expect(await refusal(call("PUT", "/v1/users/me"))).toEqual(INVALID_URL);
    expect(await refusal(call("GET", "/v2/users/me"))).toEqual(INVALID_URL);
  });

  test("an address that this version does not have", async () => {
    const { call } = await startServer(seed);
    const options = { token: "ntn_all", version: "2022-06-28" };
    expect(await refusal(call("GET", `/v1/data_sources/${BOT}`, undefined, options))).toEqual(INVALID_URL);
  });

  // Reported: https://github.com/brekkylab/backlot/issues/310
  test.each([
    ["no token", "", NO_TOKEN],
    ["only the scheme", "Bearer", NO_TOKEN],
    ["another scheme", "Token ntn_all", NO_TOKEN],
    ["Basic, which is off", `Basic ${Buffer.from("ntn_all:").toString("base64")}`, NO_TOKEN],
    ["two tokens", "Bearer ntn_all ntn_all", NO_TOKEN],
    ["an unknown token", "Bearer ntn_unknown", INVALID_TOKEN],
    ["an unknown token after a tab", "bearer\tntn_unknown", INVALID_TOKEN],
  ])("%s", async (_name, authorization, expected) => {
    const { call } = await startServer(seed);
    const options = { headers: { authorization } };
    expect(await refusal(call("GET", "/v1/users/me", undefined, options))).toEqual(expected);
  });

  // Reported: https://github.com/Alknoma/minutehand/blob/1da891fe/tests/data/notion_api/real-service-without-a-token-2026-10-08.txt
  test("what is no JSON is refused before the token is looked at", async () => {
    const { call } = await startServer(seed);
    const headers = { authorization: "Bearer ntn_unknown" };
    expect(await refusal(call("POST", "/v1/pages", "{bad", { headers }))).toEqual(
      error(400, "invalid_json", "Error parsing JSON body."),
    );
  });

  test("a version that is missing or unknown", async () => {
    const { server, call } = await startServer(seed);
    const request = new Request("http://localhost/v1/users/me", {
      headers: { authorization: "Bearer ntn_all" },
    });
    const response = await server.fetch(request);
    const missing = { status: response.status, body: (await response.json()) as Record<string, unknown> };
    expect(await refusal(Promise.resolve(missing))).toEqual(
      error(
        400,
        "missing_version",
        "Notion-Version header failed validation: Notion-Version header should be defined, instead was `undefined`.",
      ),
    );
    expect(
      await refusal(call("GET", "/v1/users/me", undefined, { token: "ntn_all", version: "2020-01-01" })),
    ).toEqual(
      error(
        400,
        "missing_version",
        'Notion-Version header failed validation: Notion-Version header should be `"2022-06-28"`, `"2025-09-03"`, or `"2026-03-11"`, instead was `"2020-01-01"`.',
      ),
    );
  });

  test("a version that is missing is the one that the server assumes", async () => {
    const server = await createServer({ seed, database: await openDatabase(), version: "2022-06-28" });
    onTestFinished(() => server.close());
    const ask = async (headers: Record<string, string>): Promise<object> => {
      const request = { headers: { authorization: "Bearer ntn_all", ...headers } };
      return (await (
        await server.fetch(new Request("http://localhost/v1/users/me", request))
      ).json()) as object;
    };
    const { request_id: _, ...assumed } = (await ask({})) as { request_id: string };
    expect(assumed).toMatchObject({ object: "user", id: BOT });
    expect(await ask({ "notion-version": "2022-06-28" })).toMatchObject(assumed);
    expect(await ask({ "notion-version": "2020-01-01" })).toMatchObject({ code: "missing_version" });
  });

  test("a body that is not JSON, and one that is too large", async () => {
    const { call } = await startServer(seed);
    const token = "ntn_all";
    expect(await refusal(call("POST", "/v1/search", "{", { token }))).toEqual(
      error(400, "invalid_json", "Error parsing JSON body."),
    );
    const large = JSON.stringify({ query: "x".repeat(512 * 1024) });
    expect(await refusal(call("POST", "/v1/search", large, { token }))).toEqual(
      error(400, "validation_error", "The request body is larger than 500 KB."),
    );
  });

  test("a user that is not there, or in another workspace", async () => {
    const { call } = await startServer(seed);
    const message = `Could not find user with ID: ${OTHER_BOT}. Make sure your integration has capabilities to read user information. With those capabilities, only members and guests in the integration's workspace are visible.`;
    expect(await refusal(call("GET", `/v1/users/${OTHER_BOT}`, undefined, { token: "ntn_all" }))).toEqual(
      error(404, "object_not_found", message, { additional_data: { integration_id: BOT } }),
    );
  });
});

describe("behaviour", () => {
  test("Basic with the token as user name, where it is on", async () => {
    const { call } = await startServer(seed, { basicAuth: true });
    const headers = { authorization: `Basic ${Buffer.from("ntn_all:").toString("base64")}` };
    expect((await call("GET", "/v1/users/me", undefined, { headers })).body.id).toBe(BOT);
  });

  test("without the capability for e-mail there are names only", async () => {
    const { call } = await startServer(seed);
    const { body } = await call("GET", `/v1/users/${ALICE}`, undefined, { token: "ntn_names" });
    expect(body).toMatchObject({ name: "Alice", person: {} });
  });

  test("without the capability for users they cannot be asked for", async () => {
    const { call } = await startServer(seed);
    const token = "ntn_nobody";
    const refused = error(403, "restricted_resource", "Insufficient permissions for this endpoint.");
    expect(await refusal(call("GET", "/v1/users", undefined, { token }))).toEqual(refused);
    expect(await refusal(call("GET", `/v1/users/${ALICE}`, undefined, { token }))).toEqual(refused);
    expect((await call("GET", "/v1/users/me", undefined, { token })).status).toBe(200);
  });

  test("users page by page", async () => {
    const { call } = await startServer(seed);
    const token = "ntn_all";
    const first = await call("GET", "/v1/users?page_size=3", undefined, { token });
    expect(first.body.results).toHaveLength(3);
    expect(first.body.has_more).toBe(true);
    const rest = await call("GET", `/v1/users?start_cursor=${first.body.next_cursor}`, undefined, { token });
    expect(rest.body.results.map(({ name }: { name: string }) => name)).toEqual(["Nobody"]);
    const wrong = call("GET", `/v1/users?start_cursor=${OTHER_BOT}`, undefined, { token });
    expect(await refusal(wrong)).toEqual(
      error(400, "validation_error", `The start_cursor provided is invalid: ${OTHER_BOT}`),
    );
  });

  test("a budget for each connection and one for the workspace, in windows of a minute", async () => {
    const { call, clock } = await startServer(seed, { rateLimit: { connection: 2, workspace: 3 } });
    const me = (token: string) => call("GET", "/v1/users/me", undefined, { token });
    const refused = (reason: string) =>
      error(429, "rate_limited", "You have been rate limited. Please try again later.", {
        additional_data: { rate_limit_reason: reason, retry_after: "4" },
      });
    expect([(await me("ntn_all")).status, (await me("ntn_all")).status]).toEqual([200, 200]);
    const third = await me("ntn_all");
    expect(third.headers.get("retry-after")).toBe("4");
    expect(await refusal(Promise.resolve(third))).toEqual(refused("public_api_request_rate_limit"));
    expect((await me("ntn_names")).status).toBe(200);
    expect(await refusal(me("ntn_nobody"))).toEqual(refused("public_api_space_request_rate_limit"));
    expect((await me("ntn_other")).status).toBe(200);
    clock.time = new Date(clock.time.getTime() + 4000);
    expect((await me("ntn_all")).status).toBe(200);
  });

  test("tokens are nowhere in the database", async () => {
    const { database } = await startServer(seed);
    const tokens = await database.read((db) => db.selectFrom("tokens").selectAll().execute());
    expect(tokens).toHaveLength(4);
    expect(JSON.stringify(tokens)).not.toContain("ntn_");
  });
});
