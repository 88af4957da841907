import type { Socket } from "node:net";
import { describe, expect, test } from "vitest";
import { startTarget } from "./target.ts";
import { exchange, openWire } from "./wire.ts";

const HOST = "Host: localhost\r\n";
const WHO = "Authorization: Bearer ntn_local_dev\r\nNotion-Version: 2026-03-11\r\n";
const LAST = "Connection: close\r\n\r\n";

const get = (target: string, headers = HOST + WHO): string => `GET ${target} HTTP/1.1\r\n${headers}${LAST}`;
const post = (headers: string, body: string): string =>
  `POST /v1/search HTTP/1.1\r\n${HOST}${WHO}${headers}${LAST}${body}`;

const unread = { status: 400, code: "invalid_request", message: "The request could not be read." };
const noUrl = { status: 400, code: "invalid_request_url", message: "Invalid request URL." };
const noId = (id: string) => ({
  status: 400,
  code: "validation_error",
  message: `path failed validation: path.page_id should be a valid uuid, instead was \`${JSON.stringify(id)}\`.`,
});

describe("validation", () => {
  test.each<[string, string | Uint8Array, object]>([
    ["bytes of TLS", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", unread],
    ["HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", unread],
    ["HTTP/9", "GET / HTTP/9.9\r\n\r\n", unread],
    ["a method that nobody knows", `BREW /v1/users/me HTTP/1.1\r\n${HOST}${WHO}${LAST}`, unread],
    ["a target without a slash", get("v1/users/me"), unread],
    ["a target that is no ASCII", Buffer.from(get("/v1/pages/é")), unread],
    ["a null byte in a header", get("/v1/users/me", `${HOST}${WHO}X-A: a\0b\r\n`), unread],
    ["a header without a name", get("/v1/users/me", `${HOST}${WHO}: b\r\n`), unread],
    ["a length below zero", post("Content-Length: -1\r\n", ""), unread],
    ["a length that no number holds", post("Content-Length: 99999999999999999999\r\n", ""), unread],
    ["two lengths", post("Content-Length: 2\r\nContent-Length: 3\r\n", "{}"), unread],
    ["a length and chunks", post("Content-Length: 2\r\nTransfer-Encoding: chunked\r\n", "{}"), unread],
    ["a chunk without a size", post("Transfer-Encoding: chunked\r\n", "zz\r\n{}\r\n"), unread],
    ["a header that is too long", get("/", `X-A: ${"a".repeat(20_000)}\r\n`), { ...unread, status: 431 }],
    ["too many headers", get("/", "a: b\r\n".repeat(4000)), { ...unread, status: 431 }],
    ["a target that is too long", get(`/${"a".repeat(20_000)}`), { ...unread, status: 431 }],

    ["no host", get("/v1/users/me", WHO), noUrl],
    ["a host that is none", get("/v1/users/me", `Host: a b<>\r\n${WHO}`), noUrl],
    ["a host with a path", get("/v1/users/me", `Host: localhost/../..\r\n${WHO}`), noUrl],
    ["an address that is none", get("http://[::/v1/users/me"), noUrl],
    ["an asterisk", `OPTIONS * HTTP/1.1\r\n${HOST}${WHO}${LAST}`, noUrl],
    ["backslashes", get("/v1\\users\\me"), noUrl],
    ["two slashes", get("//v1/users/me"), noUrl],
    ["two slashes and a host", get("//evil.example/v1/users/me"), noUrl],
    ["two slashes at the end", get("/v1/users/me//"), noUrl],
    ["a step that is empty", get("/v1//users"), noUrl],
    ["an encoded slash", get("/v1%2fusers%2fme"), noUrl],
    ["steps above the root", get("/../../../../etc/passwd"), noUrl],
    ["encoded steps above the root", get("/v1/pages/%2e%2e/%2e%2e/%2e%2e/etc/passwd"), noUrl],
    ["TRACE", `TRACE /v1/users/me HTTP/1.1\r\n${HOST}${WHO}${LAST}`, noUrl],
    ["OPTIONS", `OPTIONS /v1/users/me HTTP/1.1\r\n${HOST}${WHO}${LAST}`, noUrl],
    ["PUT", `PUT /v1/users/me HTTP/1.1\r\n${HOST}${WHO}${LAST}`, noUrl],

    ["a null byte", get("/v1/pages/%00"), noId("\0")],
    ["an overlong dot", get("/v1/pages/%c0%ae"), noId("%c0%ae")],
    ["what is no encoding", get("/v1/pages/%zz"), noId("%zz")],
    ["an encoded slash in an id", get("/v1/pages/..%2fusers"), noId("../users")],
    ["a semicolon", get("/v1/pages/a;b=c"), noId("a;b=c")],
  ])("%s", async (_what, bytes, refusal) => {
    const { server, call } = await startTarget();
    const [answer, ...more] = await exchange(await server.listen(), bytes);
    expect(answer?.body).toMatchObject({ object: "error", ...refusal });
    expect(answer?.status).toBe(answer?.body.status);
    expect(answer?.headers.get("content-type")).toBe("application/json; charset=utf-8");
    expect(answer?.headers.get("x-notion-request-id")).toBe(answer?.body.request_id);
    expect(more).toEqual([]);
    expect((await call("GET", "/v1/users/me")).status).toBe(200);
  });

  test.each([
    ["CONNECT", `CONNECT evil.example:443 HTTP/1.1\r\n${HOST}${WHO}\r\n`],
    ["bytes without an end, and then the end", "GET /v1/us"],
  ])("%s closes the connection", async (_what, bytes) => {
    const { server } = await startTarget();
    const { socket, answers } = await openWire(await server.listen());
    socket.end(bytes);
    expect((await answers()).every(({ body }) => body.object === "error")).toBe(true);
  });

  test("the answer to HEAD has no body", async () => {
    const { server } = await startTarget();
    const [answer] = await exchange(
      await server.listen(),
      `HEAD /v1/users/me HTTP/1.1\r\n${HOST}${WHO}${LAST}`,
    );
    expect(answer).toMatchObject({ status: 400, body: undefined });
  });
});

describe("behaviour", () => {
  test("requests that come at once are answered in their order", async () => {
    const { server } = await startTarget();
    const search = `POST /v1/search HTTP/1.1\r\n${HOST}${WHO}Content-Length: 2\r\n\r\n{}`;
    const unknown = `GET /v1/nothing HTTP/1.1\r\n${HOST}${WHO}\r\n`;
    const answers = await exchange(
      await server.listen(),
      (search + unknown).repeat(20) + get("/v1/users/me"),
    );
    expect(answers.map(({ status }) => status)).toEqual([
      ...Array.from({ length: 20 }, () => [200, 400]).flat(),
      200,
    ]);
    expect(answers.at(-1)?.body.object).toBe("user");
  });

  test("a slash at the end says nothing", async () => {
    const { server } = await startTarget();
    const search = `POST /v1/search/?a HTTP/1.1\r\n${HOST}${WHO}Content-Length: 2\r\n\r\n{}`;
    const [me, refused] = await exchange(
      await server.listen(),
      get("/v1/users/me/").replace(LAST, "\r\n") + search,
    );
    expect(me).toMatchObject({ status: 200, body: { object: "user" } });
    expect(refused).toMatchObject({ status: 400, body: { code: "validation_error" } });
  });

  test("what follows something broken is not read", async () => {
    const { server } = await startTarget();
    const smuggled = `${HOST}${WHO}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${get("/v1/users/me")}`;
    const answers = await exchange(await server.listen(), `POST /v1/search HTTP/1.1\r\n${smuggled}`);
    expect(answers.map(({ status }) => status)).toEqual([400]);
  });

  test("chunks without end are cut off at the size of a body", async () => {
    const { server } = await startTarget();
    const { socket, answers } = await openWire(await server.listen());
    const chunk = `8000\r\n${"x".repeat(0x8000)}\r\n`;
    socket.write(`POST /v1/search HTTP/1.1\r\n${HOST}${WHO}Transfer-Encoding: chunked\r\n\r\n`);
    let sent = 0;
    while (!socket.destroyed && sent < 100 * 1024 * 1024) {
      if (!socket.write(chunk)) await new Promise<void>((resolve) => writable(socket, resolve));
      sent += 0x8000;
    }
    // What a closed connection had still to say may not arrive.
    for (const { body } of await answers()) {
      expect(body).toMatchObject({ status: 400, message: "The request body is larger than 500 KB." });
    }
    expect(sent).toBeLessThan(20 * 1024 * 1024);
  });

  test("what a client expects does not matter", async () => {
    const { server } = await startTarget();
    const url = await server.listen();
    const [answer] = await exchange(url, post("Expect: gold\r\nContent-Length: 2\r\n", "{}"));
    expect(answer?.status).toBe(200);
    const [goOn, search] = await exchange(url, post("Expect: 100-continue\r\nContent-Length: 2\r\n", "{}"));
    expect([goOn?.status, search?.status]).toEqual([100, 200]);
  });
});

/** Calls when more can be written, or nothing any more. */
function writable(socket: Socket, then: () => void): void {
  socket.once("drain", then);
  socket.once("close", then);
}
