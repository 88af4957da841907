import { createMock } from "@notional/mock";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createClient } from "../../src/index.ts";
import {
  AuthorizationError,
  authorizeUrl,
  exchangeCode,
  introspectToken,
  readAuthorizationCode,
  refreshTokens,
  revokeToken,
} from "../../src/oauth.ts";
import { recordingFetch } from "../recording-fetch.ts";

const clientId = "bf6e1d48-5c20-4fa3-9d79-804c3b2ea1f6";
const auth = { clientId, clientSecret: "secret_local_dev" };
const redirectUri = "https://lighthouse.example/notion/callback?from=notion";

describe("shape", () => {
  test("where the person is sent", () => {
    const { url, state } = authorizeUrl({ clientId, redirectUri, state: "3f9a1c" });
    expect(state).toBe("3f9a1c");
    expect(url).toBe(
      `https://api.notion.com/v1/oauth/authorize?client_id=${clientId}&redirect_uri=${encodeURIComponent(redirectUri)}&response_type=code&owner=user&state=3f9a1c`,
    );
  });

  test("what is sent for tokens", async () => {
    const { fetch, sent } = recordingFetch();
    const connection = createClient({ auth, fetch });
    await exchangeCode(connection, { code: "c", redirectUri });
    await exchangeCode(connection, { code: "c" });
    await refreshTokens(connection, "nrt_1");
    await introspectToken(connection, "ntn_1");
    await revokeToken(connection, "ntn_1");
    expect(sent.map(({ url, body }) => [new URL(url).pathname, body])).toEqual([
      ["/v1/oauth/token", { grant_type: "authorization_code", code: "c", redirect_uri: redirectUri }],
      ["/v1/oauth/token", { grant_type: "authorization_code", code: "c" }],
      ["/v1/oauth/token", { grant_type: "refresh_token", refresh_token: "nrt_1" }],
      ["/v1/oauth/introspect", { token: "ntn_1" }],
      ["/v1/oauth/revoke", { token: "ntn_1" }],
    ]);
    for (const { headers } of sent) {
      expect(headers.authorization).toBe(`Basic ${btoa(`${clientId}:secret_local_dev`)}`);
    }
  });
});

describe("validation", () => {
  test.each([
    ["another state", "code=c&state=other", "state_mismatch", "The state is not the one that was sent."],
    ["no state", "code=c", "state_mismatch", "The state is not the one that was sent."],
    ["a no", "error=access_denied&state=3f9a1c", "access_denied", "There is no code: access_denied."],
    ["nothing", "state=3f9a1c", "invalid_request", "There is no code: invalid_request."],
  ])("%s", (_, query, code, message) => {
    const read = () => readAuthorizationCode(`https://lighthouse.example/notion/callback?${query}`, "3f9a1c");
    expect(read).toThrow(AuthorizationError);
    expect(read).toThrow(expect.objectContaining({ code, message }));
  });

  test("an empty state is none", () => {
    expect(() => readAuthorizationCode("https://lighthouse.example/?code=c&state=", "")).toThrow(
      AuthorizationError,
    );
  });
});

describe("behaviour", () => {
  const mock = createMock();
  beforeAll(async () => void (await mock.listen(0)));
  afterAll(() => mock.close());

  test("each state is another one", () => {
    const states = [...Array(100)].map(() => authorizeUrl({ clientId, redirectUri }).state);
    expect(new Set(states).size).toBe(100);
    for (const state of states) expect(state).toMatch(/^[0-9a-f]{48}$/);
  });

  test("the code comes back", () => {
    const { state } = authorizeUrl({ clientId, redirectUri });
    expect(readAuthorizationCode(`${redirectUri}&code=03a7&state=${state}`, state)).toBe("03a7");
  });

  test.each(["2022-06-28", "2025-09-03", "2026-03-11"] as const)(
    "the mock takes them all, in %s",
    async (version) => {
      const connection = createClient({ auth, version, baseUrl: mock.url });
      const { access_token, refresh_token } = await exchangeCode(connection, { code: "03a7", redirectUri });
      expect(access_token).toMatch(/^ntn_/);
      expect(await refreshTokens(connection, refresh_token ?? "")).toHaveProperty("access_token");
      expect(await introspectToken(connection, access_token)).toHaveProperty("active");
      expect(await revokeToken(connection, access_token)).toBeUndefined();
    },
  );
});
