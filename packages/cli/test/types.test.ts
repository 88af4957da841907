import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { notional, type Running } from "./run.ts";

let served: Running;
let url: string;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "notional-types-"));
  served = notional(["serve", "--port", "0"]);
  url = (await served.prints(/The API listens on (\S+)\/v1\n/))[1] as string;
});
afterAll(async () => {
  served.kill("SIGTERM");
  await served.ended;
  await rm(folder, { recursive: true });
});

// Each command is a process of its own.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

/** The data sources of the sample workspace, as the API answers them. */
async function search(): Promise<{ results: { id: string; title: { plain_text: string }[] }[] }> {
  const response = await fetch(`${url}/v1/search`, {
    method: "POST",
    headers: {
      authorization: "Bearer ntn_local_dev",
      "notion-version": "2026-03-11",
      "content-type": "application/json",
    },
    body: JSON.stringify({ filter: { property: "object", value: "data_source" } }),
  });
  return (await response.json()) as Awaited<ReturnType<typeof search>>;
}

describe("shape", () => {
  test("--help explains", async () => {
    const { code, stdout, stderr } = await notional(["types", "--help"]).ended;
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("Usage: notional types");
    expect(stdout).toContain("--help");
  });
});

describe("validation", () => {
  test.each([
    [["--id", "beans"], '--id is an id or a URL with one, not "beans".'],
    [["beans"], "Unexpected argument 'beans'"],
  ])("%j is used wrongly", async (args, message) => {
    const { code, stdout, stderr } = await notional(["types", ...args]).ended;
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(message);
    expect(stderr).toContain("Usage: notional types");
  });

  test("what cannot be read is said", async () => {
    const empty = join(folder, "empty.json");
    await writeFile(empty, "{}");
    const missing = "00000000-0000-4000-8000-000000000000";
    for (const [args, message] of [
      [["--from", empty], `${empty}: There is no data source in it, as \`dataSources.get\` answers it.\n`],
      [
        ["--url", url, "--token", "wrong"],
        `${url}: API token is invalid. Pass another one with --token, or as NOTION_TOKEN.\n`,
      ],
      [
        ["--url", "http://127.0.0.1:1"],
        "No server answers at http://127.0.0.1:1. Start one with `notional start`",
      ],
      [["--url", url, "--id", missing], `${url}: Could not find data_source with ID: ${missing}.`],
    ] as const) {
      const { code, stdout, stderr } = await notional(["types", ...args]).ended;
      expect([code, stdout]).toEqual([1, ""]);
      expect(stderr).toContain(message);
    }
  });
});

describe("behaviour", () => {
  test("a running server, and the same from a file", async () => {
    const out = join(folder, "tables.ts");
    const { code, stdout, stderr } = await notional(["types", "--url", url, "--out", out]).ended;
    expect([code, stdout, stderr]).toEqual([0, "", ""]);
    const module = await readFile(out, "utf8");
    const found = await search();
    expect(found.results.length).toBeGreaterThan(0);
    for (const { id } of found.results) expect(module).toContain(`id: "${id}"`);

    const saved = join(folder, "saved.json");
    await writeFile(saved, JSON.stringify(found));
    expect((await notional(["types", "--from", saved]).ended).stdout).toBe(module);
  });

  test("one of them, by its URL", async () => {
    const [first, second] = (await search()).results;
    const link = `https://app.notion.com/p/${first?.id.replaceAll("-", "")}`;
    const { code, stdout } = await notional(["types", "--url", url, "--id", link]).ended;
    expect(code).toBe(0);
    expect(stdout).toContain(first?.id);
    expect(stdout).not.toContain(second?.id);
  });
});
