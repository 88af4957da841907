import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { notional, type Running } from "./run.ts";

let served: Running;
let url: string;
let folder: string;

/** Runs a command against the server and waits for its end. */
const run = (...args: string[]) => notional([...args, "--url", url]).ended;
const said = async (...args: string[]): Promise<string> => {
  const { code, stdout, stderr } = await run(...args);
  expect([code, stderr]).toEqual([0, ""]);
  return stdout;
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "notional-control-"));
  served = notional(["serve", "--port", "0"]);
  url = (await served.prints(/The API listens on (\S+)\/v1\n/))[1] as string;
});
afterAll(async () => {
  served.kill("SIGTERM");
  expect((await served.ended).code).toBe(0);
  await rm(folder, { recursive: true });
});

// Each command is a process of its own.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const COMMANDS = "serve status reset seed export snapshot restore connections clock faults log".split(" ");

describe("shape", () => {
  test.each(COMMANDS)("%s --help explains", async (name) => {
    const { code, stdout, stderr } = await notional([name, "--help"]).ended;
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain(`Usage: notional ${name}`);
    expect(stdout).toContain("--help");
  });
});

describe("validation", () => {
  test.each([
    [["seed"], "The file is missing."],
    [["restore"], "The file is missing."],
    [["reset", "now"], "Unexpected argument 'now'."],
    [["clock", "stop"], "There is no action stop. There are show, freeze, set, advance, release."],
    [["clock", "show", "now"], "Unexpected argument 'now'."],
    [["clock", "set"], "The time is missing."],
    [["clock", "advance", "soon"], 'milliseconds is a whole number, not "soon".'],
    [["faults", "add"], "The effect is missing: status, latency, reset or malformed."],
    [["faults", "add", "status", "--probability", "2"], '--probability is above 0 and at most 1, not "2".'],
    [["connections", "frob"], "There is no action frob. There are list, create, update, share"],
    [["connections", "share", "x"], "The id of what to share is missing."],
    [["faults", "list", "x"], "Unexpected argument 'x'."],
    [["contract", "check"], "There is no action check. There are replay, drift, run."],
    [
      ["status", "--url", "localhost:4000"],
      '--url is an address such as http://localhost:4000, not "localhost:4000".',
    ],
    [["types", "--url", "foo"], '--url is an address such as http://localhost:4000, not "foo".'],
    [["serve", "--database", "foo"], "--database is the address of a PostgreSQL database"],
    [["serve", "--data", "a", "--database", "b"], "--data and --database are two places for the same thing."],
    [["log", "--limit", "-1"], "Option '--limit' argument is ambiguous."],
  ])("%j is used wrongly", async (args, message) => {
    const { code, stdout, stderr } = await notional(args).ended;
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(message);
    expect(stderr).toContain(`\nUsage: notional ${args[0]}`);
    // Both stay in sight.
    expect(stderr).toMatch(new RegExp(`\n.notional ${args[0]} --help. tells the rest\\.\n$`));
    expect(stderr).not.toContain("Options:");
  });

  test("says what to do when no server answers", async () => {
    const { code, stderr } = await notional(["status", "--url", "http://127.0.0.1:1"]).ended;
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^No server answers at http:\/\/127\.0\.0\.1:1.*Start one with `notional start`, or name another one with --url\.\n$/,
    );
  });

  test("knows a server that is none of ours", async () => {
    const mock = notional(["mock", "--port", "0"]);
    const [, origin] = await mock.prints(/The mock listens on (\S+)\/v1\n/);
    const { code, stderr } = await notional(["status", "--url", `${origin}`]).ended;
    mock.kill("SIGTERM");
    await mock.ended;
    expect([code, stderr]).toEqual([
      1,
      `What answers at ${origin} is no Notional server (status 400). Name another one with --url.\n`,
    ]);
  });

  test("says why a database cannot be opened", async () => {
    const { code, stderr } = await notional(["serve", "--database", "postgres://nobody@127.0.0.1:1/x"]).ended;
    expect([code, stderr]).toEqual([1, "Cannot open the database: connect ECONNREFUSED 127.0.0.1:1\n"]);
  });

  test("tells what is wrong with a seed, and where", async () => {
    const file = join(folder, "wrong.yaml");
    await writeFile(file, "workspaces:\n  - name: A\n    object: []\n");
    const { code, stderr } = await run("seed", file);
    expect([code, stderr]).toEqual([1, `${file}: workspaces[0]: has no key "object".\n`]);
    const started = await notional(["serve", "--port", "0", "--seed", file]).ended;
    expect([started.code, started.stderr]).toEqual([
      1,
      `${file} is no seed: workspaces[0]: has no key "object".\n`,
    ]);
  });

  test("tells what the server refuses", async () => {
    const { code, stderr } = await run("faults", "add", "status");
    expect([code, stderr]).toEqual([1, "status: is needed for the effect status.\n"]);
  });
});

describe("behaviour", () => {
  test("status", async () => {
    expect(await said("status")).toMatch(
      /Database {2}sqlite\n[\s\S]*2026-03-11 {2}\d+ of 61 operations\n {2}missing: /,
    );
  });

  test("a seed is exported, changed and applied; reset goes back", async () => {
    const file = join(folder, "seed.yaml");
    await said("export", "--out", file);
    const seed = await readFile(file, "utf8");
    expect(seed).toContain("name: Roastery Sync");
    await writeFile(file, seed.replace("name: Roastery Sync", "name: Coffee Sync"));
    await said("seed", file);
    expect(await said("connections")).toContain("Coffee Sync");
    await said("reset");
    expect(await said("connections")).toContain("Roastery Sync");
  });

  test("a snapshot is restored", async () => {
    const file = join(folder, "snapshot.json");
    await said("snapshot", "--out", file);
    await said("connections", "create", "Another");
    expect(await said("connections")).toContain("Another");
    await said("restore", file);
    expect(await said("connections")).not.toContain("Another");
  });

  test("connections are made, changed and given another token", async () => {
    const made = await said("connections", "create", "Tester", "--capabilities", "read_content");
    const [, id = ""] =
      /Tester {2}(\S+) {2}internal, 1 token\n {2}may read_content\n {2}sees nothing/.exec(made) ?? [];
    const [, token] = /Token: (\S+)/.exec(made) ?? [];
    const me = (bearer: string | undefined) =>
      fetch(`${url}/v1/users/me`, {
        headers: { authorization: `Bearer ${bearer}`, "notion-version": "2026-03-11" },
      }).then(({ status }) => status);
    expect(await me(token)).toBe(200);
    expect(await said("connections", "rotate", id)).not.toContain(token);
    expect(await me(token)).toBe(401);
    const page = "1f6d2a40-7c3e-4b58-a1d9-2e4f6a8c0b12";
    expect(await said("connections", "share", id, page)).toContain(`sees ${page}`);
    expect(await said("connections", "unshare", id, page)).toContain("sees nothing");
    expect(await said("connections", "update", id, "--access", "all")).toContain("sees the whole workspace");
  });

  test("the clock", async () => {
    expect(await said("clock", "freeze", "2026-03-11T10:00:00Z")).toBe("2026-03-11T10:00:00.000Z, frozen\n");
    expect(await said("clock", "advance", "1500")).toBe("2026-03-11T10:00:01.500Z, frozen\n");
    expect(await said("clock", "release")).not.toContain("frozen");
  });

  test("a fault happens as often as was said, and the log tells", async () => {
    const set = await said(
      "faults",
      "add",
      "status",
      "--status",
      "529",
      "--operation",
      "getSelf",
      "--count",
      "1",
    );
    expect(set).toMatch(/^\S+ status 529 for getSelf 1 more \(happened 0 times\)\n$/);
    const headers = { authorization: "Bearer ntn_local_dev", "notion-version": "2026-03-11" };
    expect((await fetch(`${url}/v1/users/me`, { headers })).status).toBe(529);
    expect((await fetch(`${url}/v1/users/me`, { headers })).status).toBe(200);
    expect(await said("faults")).toBe("No fault is set.\n");
    expect(await said("log", "--limit", "2")).toMatch(
      /GET \/v1\/users\/me 2026-03-11 529 \d+ ms \(fault\)\n {2}Service is overloaded.*\n.*GET \/v1\/users\/me 2026-03-11 200 \d+ ms\n$/,
    );
  });

  test("a key opens it, and is needed", async () => {
    const guarded = notional(["serve", "--port", "0"], { NOTIONAL_KEY: "sesame" });
    const [, guardedUrl = ""] = await guarded.prints(/The API listens on (\S+)\/v1\n/);
    const without = await notional(["status", "--url", guardedUrl]).ended;
    expect([without.code, without.stderr]).toEqual([
      1,
      "The control API needs the key that the server was started with, as x-notional-key. Pass its key with --key, or as NOTIONAL_KEY.\n",
    ]);
    expect((await notional(["status", "--url", guardedUrl, "--key", "sesame"]).ended).code).toBe(0);
    guarded.kill("SIGINT");
    expect((await guarded.ended).code).toBe(0);
  });
});
