import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer as createHttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createServer, type Server } from "@notional/server";
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { notional } from "./run.ts";

// Each test waits for processes that load all of the document.
vi.setConfig({ testTimeout: 60_000 });

/** The roastery handbook of the sample workspace. */
const HANDBOOK = "2a7e3b51-8d4f-4c69-b2ea-3f507b9d1c23";
const TOKEN = "ntn_local_dev";
const VERSION = "2026-03-11";

interface Line {
  id: string;
  request: { method: string; path: string; body: unknown };
  response: { status: number; body: Record<string, unknown> };
}

let folder: string;
let api: Server;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "notional-replay-"));
  api = await createServer();
  await api.listen();
});
afterAll(async () => {
  await api.close();
  await rm(folder, { recursive: true });
});

/** What was asked of a fresh sample workspace, and answered, as lines of a recording. */
async function linesOf(...asked: [method: string, path: string, body?: unknown][]): Promise<Line[]> {
  const server = await createServer({ clock: { now: () => new Date("2026-03-11T10:00:00.000Z") } });
  onTestFinished(() => server.close());
  const lines: Line[] = [];
  for (const [method, path, body = null] of asked) {
    const answer = await server.fetch(
      new Request(`http://localhost${path}`, {
        method,
        headers: { authorization: `Bearer ${TOKEN}`, "notion-version": VERSION },
        ...(body !== null && { body: JSON.stringify(body) }),
      }),
    );
    const contentType = body === null ? null : "application/json";
    lines.push({
      id: `made:day#${lines.length}`,
      request: { method, path, query: [], version: VERSION, contentType, body } as Line["request"],
      response: {
        status: answer.status,
        headers: { "content-type": "application/json" },
        body: await answer.json(),
      } as Line["response"],
    });
  }
  return lines;
}

const aDay = () =>
  linesOf(
    ["GET", `/v1/pages/${HANDBOOK}`],
    ["PATCH", `/v1/blocks/${HANDBOOK}/children`, { children: [{ divider: {} }] }],
    ["GET", "/v1/pages/6b9f8e2a-5d4c-4b3a-a928-7a6f5e4d3c2b"],
  );

async function written(name: string, lines: Line[]): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
  return file;
}

const replay = (args: string[], env: NodeJS.ProcessEnv = {}) =>
  notional(["contract", "replay", ...args], { NOTION_TOKEN: undefined, ...env }).ended;

describe("shape", () => {
  test("without a target, the document judges what was recorded", async () => {
    expect(await replay([await written("day.jsonl", await aDay())])).toEqual({
      code: 0,
      stdout: `getPage: 2 of 2 valid
appendBlockChildren: 1 of 1 valid
3 of 3 valid; 0 of operations that the document lacks.
`,
      stderr: "",
    });
  });

  test("a local server answers as was recorded, with ids of its own", async () => {
    const { code, stdout, stderr } = await replay([
      await written("day.jsonl", await aDay()),
      "--against",
      "server",
    ]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("  appendBlockChildren                     1 of    1  100.0 %\n");
    expect(stdout).toMatch(/\nIdentical answers: {4}3 of {4}3 {2}100\.0 %\n$/);
    // Nobody looks, so nothing tells how far it is.
    expect(stdout).not.toContain("\r");
  });

  test("so does a running server, which holds afterwards what it held before", async () => {
    const before = await api.export();
    const file = await written("day.jsonl", await aDay());
    const { code, stdout } = await replay([file, "--against", api.url ?? ""]);
    expect(stdout).toMatch(/Identical answers: {4}3 of {4}3 /);
    expect(code).toBe(0);
    expect(await api.export()).toEqual(before);
  });
});

describe("validation", () => {
  test.each([
    [["--against", "moon"], 2, /^--against is server, mock or a URL, not "moon"\./],
    [["--against", "http://localhost:9"], 1, /^http:\/\/localhost:9 does not answer \(/],
    [["--tape", "night"], 2, /^No tape is called "night"\./],
  ])("%j ends with %i", async (args, code, message) => {
    const ended = await replay([await written("day.jsonl", await aDay()), ...args]);
    expect(ended.code).toBe(code);
    expect(ended.stderr).toMatch(message);
  });

  test.each([
    ["empty.jsonl", "", /^\S+empty\.jsonl has no exchanges with the API\.\n$/],
    ["wrong.jsonl", '{"id":"a"}\n', /^Cannot read \S+: line 1 is no recorded exchange\.\n$/],
    ["wrong.har", "{}", /^Cannot read \S+: it has no log\.entries, so it is no HTTP archive\.\n$/],
  ])("%s is no recording", async (name, text, message) => {
    const file = join(folder, name);
    await writeFile(file, text);
    const ended = await replay([file, "--against", "server"]);
    expect(ended.code).toBe(1);
    expect(ended.stderr).toMatch(message);
  });

  test("what is no server of ours needs a token", async () => {
    const url = await stranger();
    const ended = await replay([await written("day.jsonl", await aDay()), "--against", url]);
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain(`${url} is no server of ours, and needs a token in NOTION_TOKEN.\n`);
  });
});

describe("behaviour", () => {
  test("an answer that differs is told, with what it comes from, and fails", async () => {
    const lines = await aDay();
    Object.assign(lines[2]?.response.body ?? {}, { message: "Nothing here." });
    const file = await written("differs.jsonl", lines);
    const ended = await replay([file, "--against", "server"]);
    expect(ended.code).toBe(1);
    expect(ended.stdout).toMatch(
      /^1 answers, 1 times: getPage different \/message\n {4}made:day#2\n {4}different \/message\n {8}recorded "Nothing here\."\n/,
    );
    expect(ended.stderr).toBe("1 of 3 answers differ from the recording.\n");
    const { stdout } = await replay([file, "--against", "server", "--diff"]);
    expect(stdout).toMatch(
      /^made:day#2: GET \/v1\/pages\/6b9f8e2a-\S+ \(getPage\)\n {4}different \/message\n/,
    );
  });

  test("what the target lacks is told apart", async () => {
    const [line] = await linesOf(["GET", "/v1/users/me"]);
    if (!line) throw new Error("Nothing was recorded.");
    line.request = { ...line.request, method: "POST", path: "/v1/agents/query", body: {} };
    const file = await written("lacks.jsonl", [line]);
    const ended = await replay([file, "--against", "server"]);
    expect(ended).toMatchObject({
      code: 1,
      stderr: "1 of 1 requests are of operations that the target lacks.\n",
    });
  });

  test("what is no server of ours is asked for what it holds, and not changed", async () => {
    const url = await stranger();
    const [page, append, none] = await aDay();
    if (!page || !append || !none) throw new Error("Nothing was recorded.");
    const tapes = [page, none, { ...append, id: "made:evening#0" }];
    const file = await written("day.jsonl", tapes);
    const before = await api.export();
    const ended = await replay([file, "--against", url], { NOTION_TOKEN: TOKEN });
    expect(ended.stdout).toContain(
      `Not replayed: made:evening: it changes something (PATCH /v1/blocks/${HANDBOOK}/children)\n`,
    );
    expect(ended.stdout).toMatch(/Identical answers: {4}2 of {4}2 /);
    expect(ended.stderr).toBe("1 of 2 tapes were not replayed.\n");
    expect(await api.export()).toEqual(before);
  });

  test("an HTTP archive is replayed as well", async () => {
    const header = (name: string, value: string) => ({ name, value });
    const entries = (await aDay()).map(({ request, response }) => ({
      request: {
        method: request.method,
        url: `https://api.notion.com${request.path}`,
        headers: [header("Notion-Version", VERSION), header("Content-Type", "application/json")],
        postData: { text: request.body === null ? "" : JSON.stringify(request.body) },
      },
      response: {
        status: response.status,
        headers: [header("Content-Type", "application/json")],
        content: { text: JSON.stringify(response.body) },
      },
    }));
    const file = join(folder, "day.har");
    await writeFile(file, JSON.stringify({ log: { entries } }));
    const { stdout } = await replay([file, "--against", "server"]);
    expect(stdout).toMatch(/Identical answers: {4}3 of {4}3 /);
  });
});

/** The API of the sample workspace behind an address that has no control API. */
async function stranger(): Promise<string> {
  const server = createHttpServer((request, response) => {
    if (request.url?.startsWith("/v1/")) void api.handler(request, response);
    else response.writeHead(404).end();
  }).listen(0);
  onTestFinished(() => void server.close());
  return `http://localhost:${(server.address() as AddressInfo).port}`;
}
