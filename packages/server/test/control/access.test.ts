import { request } from "node:http";
import { describe, expect, test } from "vitest";
import { startServer } from "../fixture.ts";

const STATUS = "http://localhost/_notional/status";

/** Asks through a socket, with any headers: `fetch` would set its own `host`. */
function ask(
  url: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; message?: string }> {
  return new Promise((resolve, reject) => {
    const asked = request(`${url}/_notional/status`, { headers }, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk as Buffer);
      const { message } = JSON.parse(Buffer.concat(chunks).toString()) as { message?: string };
      resolve({ status: response.statusCode ?? 0, ...(message !== undefined && { message }) });
    });
    asked.on("error", reject).end();
  });
}

describe("validation", () => {
  test.each<[string, Record<string, string>, string]>([
    [
      "another name",
      { host: "evil.example" },
      'The control API does not answer under the name "evil.example".',
    ],
    [
      "a page of another site",
      { origin: "https://evil.example" },
      "The control API does not answer to pages of other sites.",
    ],
    [
      "a proxy",
      { "x-forwarded-for": "203.0.113.7" },
      "The control API answers to this machine only, unless the server has a key.",
    ],
  ])("%s is refused", async (_name, headers, message) => {
    const { server } = await startServer();
    const url = await server.listen();
    expect(await ask(url, headers)).toEqual({ status: 403, message });
    expect(await ask(url, { host: "localhost:1234" })).toEqual({ status: 200 });
  });

  test("a token of the API opens nothing where there is a key", async () => {
    const { server, call } = await startServer(undefined, { controlKey: "sesame" });
    expect((await call("GET", "/_notional/status")).body).toMatchObject({
      object: "error",
      status: 403,
      code: "restricted_resource",
      message: "The control API needs the key that the server was started with, as x-notional-key.",
    });
    const url = await server.listen();
    expect((await ask(url, { "x-notional-key": "wrong" })).status).toBe(403);
    expect(await ask(url, { "x-notional-key": "sesame", host: "evil.example" })).toEqual({ status: 200 });
  });

  test("health and readiness need no key, and nothing else is open", async () => {
    const { server } = await startServer(undefined, { controlKey: "sesame" });
    const get = async (path: string) => {
      const response = await server.fetch(new Request(`http://localhost/_notional/${path}`));
      return [response.status, await response.json()];
    };
    expect(await get("health")).toEqual([200, { status: "ok" }]);
    expect(await get("readiness")).toEqual([200, { status: "ready" }]);
    expect((await get("nothing"))[0]).toBe(403);
  });

  test.each<[string, string, unknown, string]>([
    ["POST", "clock/set", {}, 'body: needs the key "time".'],
    ["POST", "clock/set", undefined, "body: is missing."],
    ["POST", "clock/advance", { milliseconds: -1 }, "body.milliseconds: must be >= 0."],
    ["POST", "faults", { effect: "explode" }, "body.effect: is one of status, latency, reset, malformed."],
    [
      "POST",
      "faults",
      { effect: "reset", operation: "nothing" },
      'body.operation: there is no operation "nothing"',
    ],
    ["GET", "log?limit=0", undefined, "query.limit: must be >= 1."],
    ["GET", "log?nope=1", undefined, "query.nope: there is no such parameter."],
    ["POST", "seed", { workspaces: [{}] }, 'body.workspaces[0]: needs the key "name".'],
    ["DELETE", "faults/x", undefined, "path.fault_id: has the format uuid."],
  ])("%s %s %j is refused", async (method, path, body, message) => {
    const { server } = await startServer();
    const response = await server.fetch(
      new Request(STATUS.replace("status", path), {
        method,
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    );
    const refusal = (await response.json()) as { message: string };
    expect([response.status, refusal]).toMatchObject([400, { object: "error", code: "validation_error" }]);
    expect(refusal.message).toContain(message);
  });
});
