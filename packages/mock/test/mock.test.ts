import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Mock } from "../src/index.ts";
import { createMock } from "../src/index.ts";
import { errorExample, fixture, ID } from "./fixture.ts";

const AUTH = { authorization: "Bearer ntn_local_dev", "notion-version": "2026-03-11" };
const parent = { page_id: ID };
let mock: Mock;
const log: string[] = [];

beforeAll(async () => {
  mock = createMock({
    bundles: { "2026-03-11": fixture },
    requestId: () => "request-1",
    log: (line) => log.push(line),
  });
  await mock.listen();
});
afterAll(() => mock.close());

async function send(method: string, path: string, init: { body?: unknown; headers?: object } = {}) {
  const { body, headers } = init;
  const response = await fetch(`${mock.url}${path}`, {
    method,
    headers: { ...AUTH, ...(body !== undefined && { "content-type": "application/json" }), ...headers },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const answer: unknown = text === "" ? undefined : JSON.parse(text);
  return { status: response.status, headers: response.headers, body: answer };
}

const error = (status: number, code: string, message: string) => ({
  object: "error",
  status,
  code,
  message,
  request_id: "request-1",
});
const invalid = (message: string) => error(400, "validation_error", message);

describe("shape", () => {
  test("answers the first example of the lowest success status, with a request id", async () => {
    const { status, headers, body } = await send("GET", `/v1/blocks/${ID}`);
    expect(status).toBe(200);
    expect(body).toEqual({ type: "heading", heading: { text: "Beans", children: [] } });
    expect(headers.get("content-type")).toBe("application/json; charset=utf-8");
    expect(headers.get("x-notion-request-id")).toBe("request-1");
    expect(headers.get("sl-violations")).toBeNull();
  });

  test("takes the request id of an example that has one", async () => {
    const { headers, body } = await send("GET", `/v1/blocks/${ID}`, { headers: { prefer: "code=404" } });
    expect(body).toEqual(errorExample);
    expect(headers.get("x-notion-request-id")).toBe(errorExample.request_id);
  });

  test("sends the headers that the document gives an example of", async () => {
    const { status, headers } = await send("GET", `/v1/blocks/${ID}`, { headers: { prefer: "code=429" } });
    expect(status).toBe(429);
    expect(headers.get("retry-after")).toBe("12");
  });

  test("answers without a body where there is none", async () => {
    const { status, body } = await send("DELETE", `/v1/blocks/${ID}`);
    expect([status, body]).toEqual([204, undefined]);
  });
});

describe("validation", () => {
  test.each([
    [{}, "body.parent should be defined, instead was `undefined`."],
    [{ parent: {} }, "body.parent.page_id should be defined, instead was `undefined`."],
    [{ parent: { page_id: "x" } }, 'body.parent.page_id should be a valid uuid, instead was `"x"`.'],
    [{ parent, foo: [1] }, "body.foo should be not present, instead was `[1]`."],
    [{ parent, color: "pink" }, 'body.color should be `"red"` or `"blue"`, instead was `"pink"`.'],
    [{ parent, count: "1" }, 'body.count should be an integer or `null`, instead was `"1"`.'],
    [{ parent, count: 0 }, "body.count should be ≥ `1`, instead was `0`."],
    [{ parent, children: {} }, "body.children should be an array, instead was `{}`."],
    [
      { parent, children: [{ divider: {} }, { divider: {} }, { divider: {} }] },
      "body.children.length should be ≤ `2`, instead was `3`.",
    ],
  ])("refuses %j", async (body, message) => {
    const answer = await send("POST", "/v1/blocks", { body });
    expect(answer.body).toEqual(invalid(`body failed validation: ${message}`));
  });

  test("names every field that is wrong", async () => {
    const { body } = await send("POST", "/v1/blocks", { body: { count: 0 } });
    expect(body).toEqual(
      invalid(
        "body failed validation: body.parent should be defined, instead was `undefined`. body.count should be ≥ `1`, instead was `0`.",
      ),
    );
  });

  test.each([
    [{ heading: {} }, "body.children[0].heading.text should be defined, instead was `undefined`."],
    [
      { heading: { text: "a", children: [{ heading: { text: 1 } }] } },
      "body.children[0].heading.children[0].heading.text should be a string, instead was `1`.",
    ],
    [
      { divider: {}, archived: false },
      "body.children[0].archived should be not present, instead was `false`.",
    ],
    [{ divider: {}, note: "too long" }, "body.children[0].note.length should be ≤ `5`, instead was `8`."],
  ])("finds what is wrong within a union: %j", async (child, message) => {
    const { body } = await send("POST", "/v1/blocks", { body: { parent, children: [child] } });
    expect(body).toEqual(invalid(`body failed validation: ${message}`));
  });

  test("lists the alternatives where any would do", async () => {
    const { body } = await send("POST", "/v1/blocks", { body: { parent, children: [{}] } });
    expect(body).toEqual(
      invalid(
        "body failed validation. Fix one:\nbody.children[0].heading should be defined, instead was `undefined`.\nbody.children[0].divider should be defined, instead was `undefined`.",
      ),
    );
  });

  test("joins what the members of a union allow", async () => {
    const { body } = await send("POST", "/v1/blocks", { body: { parent, filter: { value: "database" } } });
    expect(body).toEqual(
      invalid(
        'body failed validation: body.filter.value should be `"page"` or `"data_source"`, instead was `"database"`.',
      ),
    );
  });

  test("accepts null and recursion where they are allowed", async () => {
    const children = [{ note: null, heading: { text: "a", children: [{ type: "divider", divider: {} }] } }];
    const { status, headers } = await send("POST", "/v1/blocks", { body: { parent, children, count: null } });
    expect([status, headers.get("sl-violations")]).toEqual([200, null]);
  });

  test("checks the path and the query", async () => {
    const path = await send("GET", "/v1/blocks/PAGE_ID");
    expect(path.body).toEqual(
      invalid('path failed validation: path.block_id should be a valid uuid, instead was `"PAGE_ID"`.'),
    );
    const query = await send("GET", `/v1/blocks/${ID}?page_size=250`);
    expect(query.body).toEqual(
      invalid("query failed validation: query.page_size should be ≤ `100`, instead was `250`."),
    );
    expect((await send("GET", `/v1/blocks/${ID}?fields=a`)).status).toBe(200);
    expect((await send("GET", `/v1/blocks/${ID}?fields=a&fields=b&fields=c`)).status).toBe(400);
  });

  test("reports what it refuses in sl-violations", async () => {
    const { headers } = await send("POST", "/v1/blocks", { body: { parent, "ключ 🔑": 1 } });
    expect(JSON.parse(headers.get("sl-violations") ?? "")).toEqual([
      {
        location: ["request", "body"],
        severity: "Error",
        code: "unevaluatedProperties",
        message: "Request body must NOT have unevaluated properties: 'ключ 🔑'",
      },
    ]);
  });

  test("keeps sl-violations readable when there are too many", async () => {
    const body = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`unknown_${index}`, 1]));
    const { status, headers } = await send("POST", "/v1/blocks", { body: { parent, ...body } });
    expect(status).toBe(400);
    expect(JSON.parse(headers.get("sl-violations") ?? "").length).toBeGreaterThan(40);
  });

  test("reports an answer that breaks the document", async () => {
    const { status, headers } = await send("GET", `/v1/blocks/${ID}`, {
      headers: { prefer: "example=broken" },
    });
    expect(status).toBe(200);
    expect(JSON.parse(headers.get("sl-violations") ?? "[]")).toContainEqual({
      location: ["response", "body", "heading", "text"],
      severity: "Error",
      code: "type",
      message: "Response body property heading.text must be string",
    });
  });
});

describe("behaviour", () => {
  test.each([
    ["no version", {}, undefined, "be defined, instead was `undefined`."],
    ["an unknown one", {}, "2020-01-01", 'be `"2026-03-11"`, instead was `"2020-01-01"`.'],
    ["the name of a method", {}, "constructor", 'be `"2026-03-11"`, instead was `"constructor"`.'],
  ])("refuses a request with %s", async (_, _headers, version, problem) => {
    const response = await fetch(`${mock.url}/v1/blocks/${ID}`, {
      headers: { authorization: AUTH.authorization, ...(version && { "notion-version": version }) },
    });
    expect(await response.json()).toEqual(
      error(
        400,
        "missing_version",
        `Notion-Version header failed validation: Notion-Version header should ${problem}`,
      ),
    );
  });

  test.each([
    ["GET", "/v1/nothing"],
    ["PUT", "/v1/blocks"],
    ["GET", "/"],
    ["GET", "/v1/blocks/%E0%A4%A"],
  ])("answers invalid_request_url to %s %s", async (method, path) => {
    expect((await send(method, path)).body).toEqual(
      error(400, "invalid_request_url", "Invalid request URL."),
    );
  });

  test.each(["Basic bnRuOg==", "Bearer", "ntn_local_dev"])(
    "refuses the credentials %s",
    async (authorization) => {
      const { body } = await send("GET", `/v1/blocks/${ID}`, { headers: { authorization } });
      expect(body).toEqual(error(401, "unauthorized", "API token is invalid."));
    },
  );

  test("takes a client id and secret where the document says so", async () => {
    const good = await send("POST", "/v1/token", { headers: { authorization: "Basic aWQ6c2VjcmV0" } });
    expect([good.status, good.headers.get("sl-violations")]).toEqual([200, null]);
    const { status, headers, body } = await send("POST", "/v1/token");
    expect([status, headers.get("www-authenticate")]).toEqual([401, 'Basic realm="OAuth"']);
    expect(body).toEqual({ error: "invalid_client", request_id: headers.get("x-notion-request-id") });
  });

  test("streams on demand, and fails in JSON", async () => {
    const accept = "text/event-stream";
    const request = { method: "POST", headers: { ...AUTH, accept } };
    const stream = await fetch(`${mock.url}/v1/events`, request);
    expect(stream.headers.get("content-type")).toBe("text/event-stream");
    expect(await stream.text()).toBe("event: end\ndata: {}\n\n");
    expect((await send("POST", "/v1/events")).body).toEqual({ type: "divider", divider: {} });
    const failed = await send("POST", "/v1/events", { headers: { accept, prefer: "code=404" } });
    expect([failed.status, failed.body]).toEqual([404, errorExample]);
  });

  test("refuses what is not JSON", async () => {
    const broken = await send("POST", "/v1/blocks", { body: "{" });
    expect(broken.body).toEqual(error(400, "invalid_json", "Error parsing JSON body."));
    const form = { "content-type": "application/x-www-form-urlencoded" };
    expect((await send("POST", "/v1/blocks", { body: "a=1", headers: form })).body).toEqual(
      invalid("Content-Type header failed validation: Supported content types: application/json."),
    );
    expect((await send("POST", "/v1/blocks", { body: "a", headers: { "content-type": "?" } })).body).toEqual(
      invalid("Content-Type header failed validation: Content-Type header should be a media type."),
    );
    expect((await send("POST", "/v1/blocks")).body).toEqual(
      invalid("body failed validation: body should be defined, instead was `undefined`."),
    );
  });

  test("gives the example that is preferred", async () => {
    const prefer = "code=200; example=heading";
    const { body } = await send("GET", `/v1/blocks/${ID}`, { headers: { prefer } });
    expect(body).toEqual({ type: "heading", heading: { text: "Beans", children: [] } });
  });

  test.each([
    ["example=nope", "Prefer: example=nope. getBlock has the examples "],
    ["code=418", "Prefer: code=418. getBlock has the examples "],
    ["code=404, example=nope", "Prefer: code=404, example=nope. getBlock has the examples "],
  ])("says which examples there are for Prefer: %s", async (prefer, message) => {
    const { body } = await send("GET", `/v1/blocks/${ID}`, { headers: { prefer } });
    const examples = "200 (heading, broken), 404 (object_not_found), 429 (rate_limited).";
    expect(body).toEqual(error(400, "invalid_request", `Unsupported request: ${message}${examples}`));
  });

  test("refuses a Prefer that cannot be meant, and ignores one that is not for it", async () => {
    const wrong = await send("GET", `/v1/blocks/${ID}`, { headers: { prefer: "code=abc" } });
    expect(wrong.body).toEqual(
      error(400, "invalid_request", "Unsupported request: Prefer: code=abc is not a status code."),
    );
    expect((await send("GET", `/v1/blocks/${ID}`, { headers: { prefer: "respond-async" } })).status).toBe(
      200,
    );
  });

  test("makes up an answer from the schema with Prefer: dynamic=true", async () => {
    const { status, body } = await send("GET", "/v1/mark", { headers: { prefer: "dynamic=true" } });
    expect(status).toBe(200);
    expect(body).toEqual({ mark: "made up" });
  });

  test("logs a line for each exchange, and what was wrong", async () => {
    log.length = 0;
    await send("GET", "/v1/blocks/x");
    expect(log).toEqual([
      expect.stringMatching(/^GET \/v1\/blocks\/x \(2026-03-11\) 400 \d+ ms$/),
      '  path failed validation: path.block_id should be a valid uuid, instead was `"x"`.',
    ]);
  });

  test("serves what a bundle has become after reload()", async () => {
    const bundle = structuredClone(fixture);
    const reloaded = createMock({ bundles: { "2026-03-11": bundle } });
    const { url } = await reloaded.listen();
    const first = await fetch(`${url}/v1/blocks/${ID}`, { headers: AUTH });
    expect(await first.json()).toMatchObject({ heading: { text: "Beans" } });
    const { examples } =
      bundle.paths["/v1/blocks/{block_id}"].get.responses["200"].content["application/json"];
    examples.heading = { value: { type: "heading", heading: { text: "Milk" } } };
    reloaded.reload();
    const second = await fetch(`${url}/v1/blocks/${ID}`, { headers: AUTH });
    expect(await second.json()).toMatchObject({ heading: { text: "Milk" } });
    await reloaded.close();
  });

  test("says what to do when a bundle is missing", async () => {
    const missing = createMock({ bundles: { "2026-03-11": new URL("file:///nowhere/openapi.json") } });
    const { url } = await missing.listen();
    const response = await fetch(`${url}/v1/blocks/${ID}`, { headers: AUTH });
    expect(response.status).toBe(500);
    expect(await response.json()).toMatchObject({
      code: "internal_server_error",
      message: "Error: There is no bundle at /nowhere/openapi.json. Run `pnpm generate` first.",
    });
    await missing.close();
  });

  test("says that a port is taken, and closes at once with a connection open", async () => {
    const port = Number(new URL(mock.url ?? "").port);
    const second = createMock({ bundles: { "2026-03-11": fixture } });
    await expect(second.listen(port)).rejects.toMatchObject({ code: "EADDRINUSE" });
    await second.close();
    expect(second.url).toBeUndefined();
  });
});
