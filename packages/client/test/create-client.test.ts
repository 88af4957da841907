import { afterEach, describe, expect, test, vi } from "vitest";
import { createClient, latestVersion, type NotionVersion, versions } from "../src/index.ts";
import * as operations from "../src/operations.ts";
import { recordingFetch } from "./recording-fetch.ts";

const auth = "ntn_local_dev";
const page_id = "2a7e3b51-8d4f-4c69-b2ea-3f507b9d1c23";

afterEach(() => vi.unstubAllGlobals());

describe("shape", () => {
  test("a read", async () => {
    const { fetch, sent } = recordingFetch();
    await createClient({ auth, fetch }).GET("/v1/pages/{page_id}", { params: { path: { page_id } } });
    expect(sent).toEqual([
      {
        method: "GET",
        url: `https://api.notion.com/v1/pages/${page_id}`,
        headers: { authorization: "Bearer ntn_local_dev", "notion-version": "2026-03-11" },
        body: undefined,
      },
    ]);
  });

  test("a write", async () => {
    const { fetch, sent } = recordingFetch();
    const notion = createClient({ auth, fetch, version: "2025-09-03", baseUrl: "http://localhost:4000/" });
    await notion.PATCH("/v1/pages/{page_id}", { params: { path: { page_id } }, body: { archived: true } });
    expect(sent).toEqual([
      {
        method: "PATCH",
        url: `http://localhost:4000/v1/pages/${page_id}`,
        headers: {
          authorization: "Bearer ntn_local_dev",
          "content-type": "application/json",
          "notion-version": "2025-09-03",
        },
        body: { archived: true },
      },
    ]);
  });

  test("a file", async () => {
    const sent: Request[] = [];
    const fetch = async (request: Request) => {
      sent.push(request);
      return Response.json({});
    };
    const body = new FormData();
    body.append("file", new Blob(["bytes"], { type: "image/jpeg" }), "guji.jpg");
    body.append("part_number", "1");
    const path = { file_upload_id: "b405c3ea-16d8-45f2-8b73-c8e90c46a5bc" };
    const notion = createClient({ auth, fetch });
    await notion.POST("/v1/file_uploads/{file_upload_id}/send", { params: { path }, body });

    expect(sent[0]?.headers.get("content-type")).toMatch(/^multipart\/form-data; boundary=/);
    const form = await sent[0]?.formData();
    const file = form?.get("file") as File;
    expect([file.name, file.type, await file.text()]).toEqual(["guji.jpg", "image/jpeg", "bytes"]);
    expect(form?.get("part_number")).toBe("1");
  });

  test("no body, no content type", async () => {
    const { fetch, sent } = recordingFetch();
    await createClient({ auth, fetch }).POST("/v1/file_uploads/{file_upload_id}/complete", {
      params: { path: { file_upload_id: "b405c3ea-16d8-45f2-8b73-c8e90c46a5bc" } },
    });
    expect(sent[0]?.body).toBeUndefined();
    expect(sent[0]?.headers).not.toHaveProperty("content-type");
  });

  test("lists in a query are repeated keys, and ids in a path are escaped", async () => {
    const { fetch, sent } = recordingFetch();
    await createClient({ auth, fetch }).GET("/v1/pages/{page_id}", {
      params: { path: { page_id: "a/b" }, query: { filter_properties: ["title", "a b"] } },
    });
    expect(sent[0]?.url).toBe(
      "https://api.notion.com/v1/pages/a%2Fb?filter_properties=title&filter_properties=a%20b",
    );
  });

  test.each(versions)("the header of %s", async (version) => {
    const { fetch, sent } = recordingFetch();
    const notion = createClient({ auth, fetch, version });
    await notion.GET("/v1/users/me");
    expect(notion.version).toBe(version);
    expect(sent[0]?.headers["notion-version"]).toBe(version);
  });

  test("every method, by name or through `request`", async () => {
    const { fetch, sent } = recordingFetch();
    const notion = createClient({ auth, fetch });
    await notion.POST("/v1/search", { body: {} });
    await notion.DELETE("/v1/blocks/{block_id}", { params: { path: { block_id: "b" } } });
    await notion.request("get", "/v1/users/me");
    expect(sent.map(({ method, url }) => `${method} ${url}`)).toEqual([
      "POST https://api.notion.com/v1/search",
      "DELETE https://api.notion.com/v1/blocks/b",
      "GET https://api.notion.com/v1/users/me",
    ]);
  });
});

describe("groups", () => {
  /** `pages.get`, and so on. */
  function placesIn(group: object): string[] {
    return Object.entries(group).flatMap(([name, member]) =>
      typeof member === "object" ? placesIn(member).map((place) => `${name}.${place}`) : [name],
    );
  }

  test("every operation is somewhere in them", () => {
    const { version, baseUrl, ...notion } = createClient({ auth });
    const ofCore = ["call", "fetch"];
    const ofLowLevel = "request GET PUT POST DELETE OPTIONS HEAD PATCH TRACE use eject".split(" ");
    const places = placesIn(notion).filter((place) => ![...ofCore, ...ofLowLevel].includes(place));
    expect(places).toHaveLength(Object.keys(operations).length - 1);
    expect(places).toEqual(
      expect.arrayContaining([
        "pages.get",
        "blocks.children.append",
        "dataSources.query",
        "search",
        "users.me",
      ]),
    );
  });
});

describe("validation", () => {
  const wrong: [string, unknown, string][] = [
    ["no options", undefined, "`auth` is missing."],
    ["no token", {}, "`auth` is missing."],
    ["an empty token", { auth: " " }, "`auth` is empty."],
    ["a token that is none", { auth: 1 }, "`auth` is not a string."],
    ["a token with a line break", { auth: "ntn_1\n" }, "`auth` has a space, a line break"],
    ["an id without a secret", { auth: { clientId: "a" } }, "`auth` has no `clientId` and `clientSecret`"],
    ["an id with a colon", { auth: { clientId: "a:b", clientSecret: "c" } }, "`auth` has no `clientId` and"],
    ["no URL", { auth, baseUrl: "localhost" }, '`baseUrl` "localhost" is not a URL.'],
    ["an empty URL", { auth, baseUrl: "" }, '`baseUrl` "" is not a URL.'],
    [
      "a URL without a protocol",
      { auth, baseUrl: "localhost:4000" },
      '`baseUrl` "localhost:4000" is not an HTTP URL.',
    ],
    ["a URL with a query", { auth, baseUrl: "http://a/?b" }, "has a query or a fragment."],
    ["a URL with a password", { auth, baseUrl: "http://a:b@c" }, "has a user name or a password."],
    ["a URL with a part of the path", { auth, baseUrl: "https://api.notion.com/v1" }, "ends in `/v1`."],
    ["no time", { auth, timeout: 0 }, "`timeout` is 0. It is a number, 1 or more."],
    ["less than no retries", { auth, retries: -1 }, "`retries` is -1. It is a number, 0 or more."],
    ["a pace of nothing", { auth, pace: { perSecond: 0, burst: 1 } }, "`pace.perSecond` is not more than 0."],
    ["no burst", { auth, pace: { perSecond: 3, burst: 0 } }, "`pace.burst` is 0. It is a number, 1 or more."],
    [
      "an unknown version",
      { auth, version: "2021-05-13" },
      '`version` is "2021-05-13". Supported are 2022-06-28,',
    ],
  ];
  test.each(wrong)("%s", (_name, options, message) => {
    const create = () => createClient(options as { auth: string });
    expect(create).toThrow(TypeError);
    expect(create).toThrow(message);
  });

  test("the token is in no message", () => {
    expect(() => createClient({ auth: "ntn_secret\n" })).toThrow(/^(?!.*ntn_secret)/s);
  });
});

describe("behaviour", () => {
  test("resolves to data, or to the error of Notion", async () => {
    const user = { object: "user", id: "u" };
    const good = createClient({ auth, fetch: recordingFetch(user).fetch });
    const found = await good.GET("/v1/users/me");
    expect(found).toEqual({ data: user, response: expect.any(Response) });

    const body = { object: "error", status: 404, code: "object_not_found", message: "Not here." };
    const bad = createClient({ auth, fetch: recordingFetch(body, { status: 404 }).fetch });
    const missing = await bad.GET("/v1/users/me");
    expect(missing).toEqual({ error: body, response: expect.objectContaining({ status: 404 }) });
  });

  test("an answer that is not JSON is an error as text", async () => {
    const notion = createClient({ auth, fetch: recordingFetch("<html>", { status: 502 }).fetch, retries: 0 });
    expect((await notion.GET("/v1/users/me")).error).toBe("<html>");
  });

  test("rejects when there is no answer", async () => {
    const notion = createClient({
      auth,
      fetch: () => Promise.reject(new TypeError("fetch failed")),
      retries: 0,
    });
    await expect(notion.GET("/v1/users/me")).rejects.toThrow("fetch failed");
  });

  test("the id and the secret of a connection are sent as Basic", async () => {
    const { fetch, sent } = recordingFetch({});
    const credentials = { clientId: "id", clientSecret: "secret" };
    await createClient({ auth: credentials, fetch }).POST("/v1/oauth/revoke", { body: { token: "ntn_1" } });
    expect(sent[0]?.headers).toMatchObject({ authorization: "Basic aWQ6c2VjcmV0" });
  });

  test("a call cannot change the version, and can bring its own authorization", async () => {
    const { fetch, sent } = recordingFetch();
    const headers = { "notion-version": "2022-06-28", authorization: "Basic abc", "x-mine": "1" };
    await createClient({ auth, fetch }).GET("/v1/users/me", {
      headers: headers as object as Record<string, string>,
    });
    expect(sent[0]?.headers).toEqual({
      authorization: "Basic abc",
      "notion-version": "2026-03-11",
      "x-mine": "1",
    });
  });

  test("uses the global `fetch` by default", async () => {
    const { fetch, sent } = recordingFetch();
    vi.stubGlobal("fetch", fetch);
    await createClient({ auth }).GET("/v1/users/me");
    expect(sent).toHaveLength(1);
  });

  test("passes a signal on", async () => {
    const fetch = (request: Request) => Promise.reject(request.signal.reason);
    const call = createClient({ auth, fetch }).GET("/v1/users/me", { signal: AbortSignal.abort("enough") });
    await expect(call).rejects.toBe("enough");
  });

  test("takes middleware, which sees what is sent", async () => {
    const notion = createClient({ auth, fetch: recordingFetch().fetch });
    const seen: (string | null)[] = [];
    notion.use({ onRequest: ({ request }) => void seen.push(request.headers.get("Notion-Version")) });
    await notion.GET("/v1/users/me");
    expect(seen).toEqual(["2026-03-11"]);
  });

  test("two clients do not share anything", async () => {
    const { fetch, sent } = recordingFetch();
    const clients = (["2022-06-28", "2026-03-11"] satisfies NotionVersion[]).map((version) =>
      createClient({ auth: `ntn_${version}`, version, fetch }),
    );
    await Promise.all(clients.map((client) => client.request("get", "/v1/users/me")));
    expect(sent.map(({ headers }) => [headers.authorization, headers["notion-version"]])).toEqual([
      ["Bearer ntn_2022-06-28", "2022-06-28"],
      ["Bearer ntn_2026-03-11", "2026-03-11"],
    ]);
  });

  test("the newest version is the default", () => {
    expect(createClient({ auth }).version).toBe(latestVersion);
  });
});
