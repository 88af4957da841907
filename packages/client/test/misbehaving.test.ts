import { describe, expect, test } from "vitest";
import { createClient, isNotionError, NotionError } from "../src/index.ts";
import { FakeClock } from "./fake-clock.ts";
import {
  type Behaviour,
  breakOff,
  failure,
  hang,
  json,
  misbehave,
  reset,
  stall,
  text,
} from "./misbehaving-server.ts";

const user = { object: "user", id: "u" };
const good = json(200, user);
const page = { parent: { page_id: "p" }, properties: {} };

/** A client of a server that behaves so, whose clock stands and whose jitter is the whole wait. */
async function setUp(...behaviours: Behaviour[]) {
  const clock = new FakeClock();
  const server = await misbehave(...behaviours);
  const notion = createClient({ auth: "ntn_1", baseUrl: server.url, clock, random: () => 1 });
  return { clock, notion, ...server };
}

describe("shape", () => {
  test("a failure of the API is an error with all that it says", async () => {
    const { notion } = await setUp(failure(404, "object_not_found"));
    const error = await notion.users.get({ user_id: "u" }).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(NotionError);
    expect(error).toMatchObject({
      name: "NotionError",
      message: "It is object_not_found.",
      status: 404,
      code: "object_not_found",
      requestId: "6f5d1c3e-0b7a-4f60-9d2e-3a1b5c7d9e0f",
    });
  });

  // https://github.com/brekkylab/backlot, its tests of Notion
  test("what OAuth answers to a client that nobody knows has its code", async () => {
    const { notion } = await setUp(
      json(401, { error: "invalid_client", request_id: "36adb6cc-05cc-4c85-a70e-6ff4ae1d9beb" }),
      json(400, {
        error: "invalid_request",
        error_description: "query failed validation: query.client_id should be a string.",
        request_id: "d765f8e9-96bd-41a7-8fcb-4bd5595c1a55",
      }),
    );
    await expect(notion.users.me()).rejects.toMatchObject({
      status: 401,
      code: "invalid_client",
      message: "The answer is invalid_client.",
      requestId: "36adb6cc-05cc-4c85-a70e-6ff4ae1d9beb",
    });
    await expect(notion.users.me()).rejects.toMatchObject({
      code: "invalid_request",
      message: "query failed validation: query.client_id should be a string.",
    });
  });

  test("what is not of the API is an error too", async () => {
    const { notion } = await setUp(
      text(403, "<h1>Blocked</h1>"),
      json(400, { error: "What?" }),
      text(200, ""),
    );
    await expect(notion.users.me()).rejects.toMatchObject({
      status: 403,
      code: "unexpected_answer",
      message: "The answer with status 403 is not JSON: <h1>Blocked</h1>",
    });
    await expect(notion.users.me()).rejects.toMatchObject({ status: 400, code: "unexpected_answer" });
    await expect(notion.users.me()).rejects.toMatchObject({
      status: 200,
      message: "The answer with status 200 is not JSON: it is empty",
    });
  });
});

describe("validation", () => {
  test("a JSON that ends too early is not taken for data", async () => {
    const { notion, seen } = await setUp(text(200, '{"object":"us', "application/json"));
    await expect(notion.users.me()).rejects.toMatchObject({ status: 200, code: "unexpected_answer" });
    expect(seen).toHaveLength(1);
  });

  test("after the last attempt its failure is thrown", async () => {
    const { clock, notion, seen } = await setUp(
      ...Array.from({ length: 4 }, () => failure(500, "internal_server_error")),
    );
    const call = notion.users.me();
    for (const wait of [1000, 2000, 4000]) await clock.pass(wait);
    await expect(call).rejects.toMatchObject({ status: 500, code: "internal_server_error" });
    expect(seen).toHaveLength(4);
  });

  test("a wait of more than a minute is left to the caller", async () => {
    const { notion, seen } = await setUp(failure(429, "rate_limited", { "retry-after": "61" }));
    await expect(notion.users.me()).rejects.toMatchObject({ code: "rate_limited", retryAfter: 61 });
    expect(seen).toHaveLength(1);
  });
});

describe("behaviour", () => {
  test.each([429, 529])("%i is waited for as long as it says, whatever the call", async (status) => {
    const { clock, notion, seen } = await setUp(
      failure(status, "rate_limited", { "retry-after": "7" }),
      good,
    );
    const call = notion.pages.create(page);
    await clock.pass(7000);
    expect(await call).toEqual(user);
    expect(seen).toEqual(Array(2).fill(`POST /v1/pages ${JSON.stringify(page)}`));
  });

  test("Retry-After can be a date", async () => {
    const { clock, notion } = await setUp(
      failure(429, "rate_limited", { "retry-after": "Fri, 20 Nov 2026 12:00:12 GMT" }),
      good,
    );
    const call = notion.users.me();
    await clock.pass(12_000);
    expect(await call).toEqual(user);
  });

  test("without it the wait doubles", async () => {
    const { clock, notion } = await setUp(
      failure(429, "rate_limited"),
      failure(529, "service_overload"),
      good,
    );
    const call = notion.users.me();
    await clock.pass(1000);
    await clock.pass(2000);
    expect(await call).toEqual(user);
  });

  test.each<[string, Behaviour]>([
    ["500", failure(500, "internal_server_error")],
    ["502 in HTML", text(502, "<h1>Bad Gateway</h1>")],
    ["503", failure(503, "service_unavailable")],
    ["504", failure(504, "gateway_timeout")],
    ["a reset", reset],
    ["half an answer", breakOff],
  ])("%s: a read is repeated, a write is not", async (_name, bad) => {
    const { clock, notion, seen } = await setUp(bad, good, bad, good, bad);
    const read = notion.users.me();
    await clock.pass(1000);
    expect(await read).toEqual(user);
    const query = notion.dataSources.query({ data_source_id: "d" });
    await clock.pass(1000);
    expect(await query).toEqual(user);
    await expect(notion.pages.create(page)).rejects.toBeInstanceOf(NotionError);
    expect(seen.map((line) => line.split(" ")[0])).toEqual(["GET", "GET", "POST", "POST", "POST"]);
  });

  test("both levels repeat the same", async () => {
    const bad = failure(500, "internal_server_error");
    const { clock, notion, seen } = await setUp(bad, good, bad, good, bad);
    const read = notion.GET("/v1/users/me");
    await clock.pass(1000);
    expect((await read).data).toEqual(user);
    const query = notion.POST("/v1/data_sources/{data_source_id}/query", {
      params: { path: { data_source_id: "d" } },
      body: { page_size: 1 },
    });
    await clock.pass(1000);
    expect((await query).data).toEqual(user);
    expect((await notion.POST("/v1/pages", { body: page })).error).toMatchObject({ status: 500 });
    expect(seen.slice(2, 4)).toEqual(Array(2).fill('POST /v1/data_sources/d/query {"page_size":1}'));
    expect(seen).toHaveLength(5);
  });

  test("a server that hangs is hung up on after a minute", async () => {
    const { clock, notion, arrived, hungUp } = await setUp(hang);
    const call = notion.pages.create(page);
    await arrived;
    await clock.pass(60_000);
    const error = await call.catch((caught: unknown) => caught);
    expect(isNotionError(error, "timeout")).toBe(true);
    expect(error).toMatchObject({ status: 0, message: "No answer within 60000 ms." });
    await hungUp;
  });

  test("and so is one that begins an answer and does not end it", async () => {
    const { url, hungUp } = await misbehave(stall);
    const clock = new FakeClock();
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    const fetchHeaders = async (request: Request) => {
      const response = await fetch(request);
      begin();
      return response;
    };
    const notion = createClient({ auth: "ntn_1", baseUrl: url, clock, fetch: fetchHeaders, timeout: 500 });
    const call = notion.pages.create(page);
    await begun;
    await clock.pass(500);
    await expect(call).rejects.toMatchObject({ code: "timeout" });
    await hungUp;
  });

  test("a signal ends a call that hangs, and one that waits", async () => {
    const { clock, notion, arrived, hungUp, seen } = await setUp(hang, failure(429, "rate_limited"));
    const hanging = new AbortController();
    const call = notion.users.me({}, { signal: hanging.signal });
    await arrived;
    hanging.abort("enough");
    await expect(call).rejects.toBe("enough");
    await hungUp;

    const waiting = new AbortController();
    const other = notion.users.me({}, { signal: waiting.signal });
    await clock.set(1000);
    waiting.abort("enough");
    await expect(other).rejects.toBe("enough");
    expect(clock.pending).toEqual([]);
    expect(seen).toHaveLength(2);
  });
});
