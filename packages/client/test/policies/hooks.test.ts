import { describe, expect, test } from "vitest";
import { createClient } from "../../src/index.ts";
import { FakeClock } from "../fake-clock.ts";

const auth = "ntn_secret";
const me = "https://api.notion.com/v1/users/me";
const headers = { "notion-version": "2026-03-11", authorization: "Bearer [redacted]" };

/** A client whose first answer fails and takes 20 ms, and what its hooks were told. */
function setUp() {
  const clock = new FakeClock();
  const told: [string, unknown][] = [];
  const answers = [
    Response.json({ code: "service_overload", message: "" }, { status: 529 }),
    Response.json({}, { headers: { "x-notion-request-id": "r" } }),
  ];
  const notion = createClient({
    auth,
    clock,
    random: () => 1,
    fetch: async () => {
      clock.advance(20);
      return answers.shift() ?? Response.error();
    },
    hooks: {
      onRequest: (event) => told.push(["request", event]),
      onResponse: (event) => told.push(["response", event]),
      onRetry: (event) => told.push(["retry", event]),
    },
  });
  return { clock, notion, told };
}

describe("shape", () => {
  test("every attempt is told of, and why there is another", async () => {
    const { clock, notion, told } = setUp();
    const call = notion.users.me();
    await clock.pass(1000);
    await call;
    const request = { method: "GET", url: me, headers };
    expect(told).toEqual([
      ["request", { ...request, attempt: 1 }],
      ["response", { ...request, attempt: 1, status: 529, duration: 20 }],
      ["retry", { ...request, attempt: 1, status: 529, duration: 20, delay: 1000 }],
      ["request", { ...request, attempt: 2 }],
      ["response", { ...request, attempt: 2, status: 200, duration: 20, requestId: "r" }],
    ]);
  });

  test("the low level is told of too", async () => {
    const { clock, notion, told } = setUp();
    const call = notion.GET("/v1/users/me");
    await clock.pass(1000);
    await call;
    expect(told.map(([name]) => name)).toEqual(["request", "response", "retry", "request", "response"]);
    expect(told[0]?.[1]).toMatchObject({ method: "GET", url: me, headers });
  });
});

describe("validation", () => {
  test("no hook sees a secret", async () => {
    const { clock, notion, told } = setUp();
    const call = notion.users.me({}, { headers: { authorization: "Basic c2VjcmV0" } });
    await clock.pass(1000);
    await call;
    expect(JSON.stringify(told)).not.toMatch(/secret|c2VjcmV0/);
    expect(told[0]?.[1]).toMatchObject({ headers: { authorization: "Basic [redacted]" } });
  });
});

describe("behaviour", () => {
  test("no answer is told of with its reason", async () => {
    const told: unknown[] = [];
    const reason = new TypeError("fetch failed");
    const fetch = () => Promise.reject(reason);
    const notion = createClient({
      auth,
      fetch,
      retries: 0,
      hooks: { onResponse: (event) => told.push(event) },
    });
    await expect(notion.users.me()).rejects.toMatchObject({ code: "network_error", cause: reason });
    expect(told).toMatchObject([{ error: { code: "network_error", cause: reason }, attempt: 1 }]);
  });
});
