import { createServer as createHttpServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { createServer, type ServerOptions } from "@notional/server";
import { describe, expect, onTestFinished, test } from "vitest";
import { type Against, Unreachable } from "../../src/replay/against/against.ts";
import { elsewhere } from "../../src/replay/against/elsewhere.ts";
import { localMock } from "../../src/replay/against/mock.ts";
import { runningServer } from "../../src/replay/against/running-server.ts";
import { replayAll } from "../../src/replay/replay-all.ts";
import type { Tape } from "../../src/replay/tapes.ts";
import { exchange, record, tapeOf } from "./tape.ts";

const TOKEN = "ntn_local_dev";
const headers = { authorization: `Bearer ${TOKEN}`, "notion-version": "2026-03-11" };

/** The roastery handbook of the sample workspace, and a page that nobody has. */
const HANDBOOK = "2a7e3b51-8d4f-4c69-b2ea-3f507b9d1c23";
const NOBODYS = "6b9f8e2a-5d4c-4b3a-a928-7a6f5e4d3c2b";

async function listening(options: ServerOptions = {}) {
  const server = await createServer(options);
  onTestFinished(() => server.close());
  return { server, url: await server.listen() };
}

/** Somebody else's server. */
async function stranger(listener: RequestListener): Promise<string> {
  const server = createHttpServer(listener).listen(0);
  onTestFinished(() => void server.close());
  return `http://localhost:${(server.address() as AddressInfo).port}`;
}

/** The API with the sample workspace, and no control API: as far as anybody can see, the API itself. */
async function theApi(): Promise<string> {
  const server = await createServer();
  onTestFinished(() => server.close());
  return await stranger((request, response) => {
    if (request.url?.startsWith("/v1/")) void server.handler(request, response);
    else response.writeHead(404, { "content-type": "application/json" }).end('{"object":"error"}');
  });
}

/** What the API answers to a GET, as a recording has it. */
async function seen(url: string, path: string) {
  const answer = await fetch(`${url}${path}`, { headers });
  return exchange("GET", path, await answer.json(), { status: answer.status });
}

/** What a replay comes to: the statuses of the answers, how many are not identical, and what could not be replayed. */
async function outcomeOf(against: Against | undefined, ...tapes: Tape[]) {
  if (!against) throw new Error("This is no server of ours.");
  const crashes: unknown[] = [];
  const { replayed, notReplayed } = await replayAll(tapes, against, {
    onCrash: ({ error }) => crashes.push(error),
  });
  expect(crashes).toEqual([]);
  return {
    statuses: replayed.map(({ ours }) => ours.status),
    differing: replayed.filter(({ differences }) => differences.length > 0).length,
    notReplayed: notReplayed.map(({ reason }) => reason),
  };
}

/** A tape that makes a page with a block, and reads something that was there before. */
async function aTape(): Promise<Tape> {
  const made = await record(async (call) => {
    const properties = { title: [{ text: { content: "Opening hours" } }] };
    const { id } = await call("POST", "/v1/pages", {
      parent: { type: "workspace", workspace: true },
      properties,
    });
    await call("PATCH", `/v1/blocks/${id}/children`, { children: [{ divider: {} }] });
    await call("GET", `/v1/blocks/${id}/children`);
    await call("GET", `/v1/pages/${NOBODYS}`);
  });
  const [, append, list, none] = made.exchanges;
  if (!append || !list || !none) throw new Error("Nothing was recorded.");
  // The page was there before: what is made is the block alone.
  return tapeOf(append, list, none);
}

describe("shape", () => {
  test("a running server of ours answers from what the tape presupposes", async () => {
    const { url } = await listening();
    expect(await outcomeOf(await runningServer(url), await aTape())).toEqual({
      statuses: [200, 200, 404],
      differing: 0,
      notReplayed: [],
    });
  });

  test("something else answers from what it has", async () => {
    const url = await theApi();
    expect(await runningServer(url)).toBeUndefined();
    const tape = tapeOf(await seen(url, `/v1/pages/${HANDBOOK}`), await seen(url, `/v1/pages/${NOBODYS}`));
    expect(await outcomeOf(elsewhere({ url, token: TOKEN, writes: false }), tape)).toEqual({
      statuses: [200, 404],
      differing: 0,
      notReplayed: [],
    });
  });

  test("the mock answers with examples, and refuses as the API does", async () => {
    const wrong = await record((call) => call("POST", "/v1/search", { page_size: 101 }));
    const { statuses } = await outcomeOf(await localMock(), await aTape(), wrong);
    expect(statuses).toEqual([200, 200, 200, 400]);
  });
});

describe("validation", () => {
  test("nothing answers", async () => {
    const { server, url } = await listening();
    await server.close();
    await expect(runningServer(url)).rejects.toThrow(
      new Unreachable(`${url} does not answer (ECONNREFUSED).`),
    );
  });

  test("the control API of a server needs a key", async () => {
    const { url } = await listening({ settings: { controlKey: "open sesame" } });
    await expect(runningServer(url)).rejects.toThrow(
      new Unreachable("The control API needs the key that the server was started with, as x-notional-key."),
    );
    expect(await runningServer(url, "open sesame")).toMatchObject({ name: url });
  });

  test("a token is refused", async () => {
    const url = await theApi();
    const against = elsewhere({ url, token: "wrong", writes: false });
    const tape = tapeOf(await seen(url, `/v1/pages/${HANDBOOK}`));
    await expect(outcomeOf(against, tape)).rejects.toThrow(new Unreachable(`${url} refuses the token.`));
  });
});

describe("behaviour", () => {
  test("a running server holds what it held before, and its clock stands where it stood", async () => {
    const { server, url } = await listening();
    await fetch(`${url}/_notional/clock/freeze`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ time: "2026-03-11T10:00:00.000Z" }),
    });
    const before = await server.export();
    await outcomeOf(await runningServer(url), await aTape());
    expect(await server.export()).toEqual(before);
    expect(await (await fetch(`${url}/_notional/clock`)).json()).toEqual({
      now: "2026-03-11T10:00:00.000Z",
      frozen: true,
      controlled: true,
    });
  });

  test("the clock of a running server goes again", async () => {
    const { url } = await listening({ clock: { now: () => new Date("2026-03-11T10:00:00.000Z") } });
    await outcomeOf(await runningServer(url), await aTape());
    expect(await (await fetch(`${url}/_notional/clock`)).json()).toEqual({
      now: "2026-03-11T10:00:00.000Z",
      frozen: false,
      controlled: false,
    });
  });

  test("something else is not asked for what it lacks, and not changed unless that is wanted", async () => {
    const url = await theApi();
    const parent = { type: "page_id", page_id: HANDBOOK };
    const page = { object: "page", id: NOBODYS, parent, properties: {} };
    const lacking = tapeOf(exchange("GET", `/v1/pages/${NOBODYS}`, page));
    const changing = tapeOf(exchange("POST", "/v1/pages", page, { body: { parent, properties: {} } }));
    const token = TOKEN;
    expect(await outcomeOf(elsewhere({ url, token, writes: false }), lacking, changing)).toEqual({
      statuses: [],
      differing: 0,
      notReplayed: [
        `it presupposes a page that the target lacks: GET /v1/pages/${NOBODYS}`,
        "it changes something (POST /v1/pages)",
      ],
    });
    expect((await outcomeOf(elsewhere({ url, token, writes: true }), changing)).statuses).toEqual([200]);
  });

  test("who asks to wait is asked again", async () => {
    const answers = [429, 429, 200];
    const url = await stranger((_request, response) => {
      response.writeHead(answers.shift() ?? 500, { "retry-after": "0", "content-type": "application/json" });
      response.end('{"object":"list","results":[]}');
    });
    const tape = tapeOf(exchange("GET", "/v1/users", { object: "list", results: [] }));
    expect(await outcomeOf(elsewhere({ url, token: TOKEN, writes: false }), tape)).toEqual({
      statuses: [200],
      differing: 0,
      notReplayed: [],
    });
  });

  test("what is stopped says so of the tapes that are left, and what a target does not foresee counts", async () => {
    const controller = new AbortController();
    const crashes: unknown[] = [];
    const failing: Against = {
      name: "failing",
      begin: () => Promise.reject(new Error("Out of paper.")),
      close: async () => {},
    };
    const tape = tapeOf(exchange("GET", "/v1/users", { object: "list", results: [] }));
    const { replayed, notReplayed } = await replayAll([tape, tape], failing, {
      onCrash: (crash) => crashes.push(crash),
      onTape: () => controller.abort(),
      signal: controller.signal,
    });
    expect(replayed.map(({ ours, differences }) => [ours.status, differences[0]?.ours])).toEqual([
      [0, "no answer"],
    ]);
    expect(crashes).toEqual([{ tape: "made:tape", error: new Error("Out of paper.") }]);
    expect(notReplayed).toEqual([{ tape: "made:tape", reason: "the replay was stopped" }]);
  });
});
