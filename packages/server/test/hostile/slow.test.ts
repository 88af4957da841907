import { describe, expect, test } from "vitest";
import { startTarget } from "./target.ts";
import { openWire } from "./wire.ts";

const HEAD =
  "POST /v1/search HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ntn_local_dev\r\nNotion-Version: 2026-03-11\r\n";

/** Long enough for a busy machine to connect, short enough to wait for. */
const REQUEST_TIMEOUT = 300;

describe("behaviour", () => {
  test.each([
    ["headers that do not end", HEAD],
    ["a body that does not come", `${HEAD}Content-Length: 20\r\n\r\n`],
    ["a body that does not end", `${HEAD}Content-Length: 20\r\n\r\n{"query":`],
    ["chunks that do not end", `${HEAD}Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n`],
  ])("%s are waited for only so long", async (_what, bytes) => {
    const { server } = await startTarget(undefined, { requestTimeout: REQUEST_TIMEOUT });
    const { socket, answers } = await openWire(await server.listen());
    socket.write(bytes);
    const [answer] = await answers();
    expect(answer?.body).toMatchObject({ object: "error", status: 408, code: "invalid_request" });
    expect(answer?.headers.get("connection")).toBe("close");
  });

  test("a request that has begun is answered before the server closes", async () => {
    const { server } = await startTarget();
    const url = await server.listen();
    const { socket, answers } = await openWire(url);
    await new Promise<void>((resolve) =>
      socket.write(`${HEAD}Content-Length: 12\r\nExpect: 100-continue\r\n\r\n`, () => resolve()),
    );
    // The server says that it has read the headers.
    await new Promise<void>((resolve) => socket.once("data", () => resolve()));
    const closed = server.close();
    expect(await fetch(url).catch((error: Error) => error.message)).toBe("fetch failed");
    socket.write('{"query":""}');
    await closed;
    expect((await answers()).map(({ status }) => status)).toEqual([100, 200]);
  });

  test("a client that goes away in the middle is no failure", async () => {
    const { server, call } = await startTarget();
    const { socket, answers } = await openWire(await server.listen());
    await new Promise<void>((resolve) =>
      socket.write(`${HEAD}Content-Length: 20\r\n\r\n{"query":`, () => resolve()),
    );
    socket.destroy();
    await answers();
    expect((await call("GET", "/v1/users/me")).status).toBe(200);
  });
});
