import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createServer, type Server } from "@notional/server";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { notional } from "./run.ts";

// Each test waits for processes that load all of the document.
vi.setConfig({ testTimeout: 60_000 });

let folder: string;
let api: Server;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "notional-contract-"));
  api = await createServer();
  await api.listen();
});
afterAll(async () => {
  await api.close();
  await rm(folder, { recursive: true });
});

/** What a recorder writes that is killed after one answer. */
async function recorded(name: string): Promise<string> {
  const file = join(folder, name);
  const running = notional(["record", "--out", file, "--upstream", api.url ?? "", "--port", "0"]);
  const [, url] = await running.prints(/sent to (\S+) goes/);
  const headers = { authorization: "Bearer ntn_local_dev", "notion-version": "2026-03-11" };
  await (await fetch(`${url}/v1/users/me`, { headers })).json();
  running.kill("SIGKILL");
  await running.ended;
  return file;
}

describe("shape", () => {
  test("record writes lines that replay takes", async () => {
    const ended = await notional(["contract", "replay", await recorded("good.jsonl")]).ended;
    expect(ended).toEqual({
      code: 0,
      stdout: "getSelf: 1 of 1 valid\n1 of 1 valid; 0 of operations that the document lacks.\n",
      stderr: "",
    });
  });
});

describe("validation", () => {
  test.each([
    [["record"], 2, /^--out is missing\./],
    [["record", "--out", "x", "--upstream", "ftp://x"], 2, /^--upstream is an address of http or https/],
    [["record", "--out", "/nowhere/x"], 1, /^Cannot write \/nowhere\/x: ENOENT/],
    [["contract"], 2, /^The action is missing\./],
    [["contract", "praise", "x"], 2, /^There is no action praise\./],
    [["contract", "drift"], 2, /^The recording is missing\./],
    [["contract", "replay", "/nowhere.jsonl"], 1, /^Cannot read \/nowhere\.jsonl: ENOENT/],
    [["contract", "run", "--target", "moon"], 2, /^--target is mock or server, not "moon"\./],
    [["contract", "run", "--version", "1999-01-01"], 2, /^--version is one of 2022-06-28, /],
    [["contract", "run", "--base-url", "http://x"], 2, /^--base-url needs a token in NOTION_TOKEN\./],
  ])("%j ends with %i", async (args, code, message) => {
    const ended = await notional(args, { NOTION_TOKEN: undefined }).ended;
    expect(ended.code).toBe(code);
    expect(ended.stderr).toMatch(message);
  });
});

describe("behaviour", () => {
  test("drift tells what the document lacks", async () => {
    const file = await recorded("drift.jsonl");
    const line = JSON.parse(await readFile(file, "utf8"));
    line.response.body.mood = "fine";
    await writeFile(file, JSON.stringify(line));
    const ended = await notional(["contract", "drift", file, "--json"]).ended;
    expect(ended.code).toBe(1);
    expect(ended.stderr).toBe("The document and the recording differ.\n");
    expect(JSON.parse(ended.stdout)).toMatchObject([{ kind: "field", operations: ["getSelf"], count: 1 }]);
  });

  test("run judges whatever answers at an address, and reads only", async () => {
    const before = await api.export();
    const args = ["contract", "run", "--base-url", api.url ?? "", "--version", "2022-06-28"];
    const ended = await notional(args, { NOTION_TOKEN: "ntn_local_dev" }).ended;
    // The local server says 501 where it has no operation, and no document has that status.
    expect(ended.stdout).toContain("501 is not documented");
    expect(ended.stdout).not.toMatch(/✗ (getPage|search|listUsers) /);
    expect(ended.code).toBe(1);
    expect(await api.export()).toEqual(before);
  });
});
