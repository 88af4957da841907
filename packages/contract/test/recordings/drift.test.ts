import { createServer } from "@notional/server";
import { beforeAll, describe, expect, test } from "vitest";
import { checkRecordings, strayExchanges } from "../../src/recordings/check.ts";
import { driftOf, printDrift } from "../../src/recordings/drift.ts";
import { lineOf } from "../../src/recordings/formats/wire.ts";
import { exchangeOf } from "../../src/recordings/line.ts";
import type { Exchange } from "../../src/recordings/read.ts";
import { report } from "../../src/recordings/report.ts";

const url = "https://api.notion.com/v1/users?page_size=2";
let answer: { results: object[] };

beforeAll(async () => {
  const server = await createServer();
  const headers = { authorization: "Bearer ntn_local_dev", "notion-version": "2026-03-11" };
  answer = (await (await server.fetch(new Request(url, { headers }))).json()) as typeof answer;
  await server.close();
});

function exchange(change: { url?: string; status?: number; body?: unknown; type?: string }): Exchange {
  return exchangeOf(
    lineOf("a:b#0", {
      method: "GET",
      url: change.url ?? url,
      requestHeaders: { "notion-version": "2026-03-11" },
      requestBody: "",
      status: change.status ?? 200,
      responseHeaders: { "content-type": change.type ?? "application/json" },
      responseBody: JSON.stringify(change.body ?? answer),
    }),
  );
}

function drifts(...exchanges: Exchange[]) {
  return driftOf(checkRecordings(exchanges), strayExchanges(exchanges));
}

describe("shape", () => {
  test("what is the same in many places is told once", () => {
    const body = { ...answer, results: answer.results.map((user) => ({ ...user, mood: "fine" })) };
    expect(drifts(exchange({ body }), exchange({ body }))).toEqual([
      {
        kind: "field",
        operations: ["listUsers"],
        versions: ["2026-03-11"],
        side: "response",
        at: "/results/*",
        message: 'must NOT have unevaluated properties: "mood"',
        schema: expect.stringContaining("unevaluatedProperties"),
        count: 4,
        first: "a:b#0",
      },
    ]);
    expect(report(checkRecordings([exchange({ body })]), [])).toContain('"mood"');
  });

  test("nothing is said in one sentence", () => {
    expect(printDrift(drifts(exchange({})))).toBe("The document has all that the recording has.");
  });
});

describe("behaviour", () => {
  test.each([
    ["status", { status: 418 }, "status"],
    ["content type", { type: "text/html" }, "content-type"],
    ["query parameter", { url: `${url}&sort=name` }, "query.sort"],
    ["operation", { url: "https://api.notion.com/v1/moods" }, "GET /v1/moods"],
  ] as const)("an undocumented %s", (kind, change, at) => {
    expect(drifts(exchange(change))).toMatchObject([{ kind, at, count: 1 }]);
  });

  test("an undocumented constant", () => {
    const body = { ...answer, results: answer.results.map((user) => ({ ...user, object: "robot" })) };
    expect(drifts(exchange({ body })).map(({ kind }) => kind)).toContain("constant");
  });
});
