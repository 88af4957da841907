import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { generate } from "../src/generate.ts";
import { watchSpec } from "../src/watch.ts";

/** Stands in for turbo: notes that it ran, and fails with the problem when the spec is "broken". */
const TURBO = `
const { appendFileSync, readFileSync } = require("node:fs");
appendFileSync("runs", process.argv.slice(2, 5).join(" ") + "\\n");
console.log("   • Running generate, docs in 2 packages");
const broken = readFileSync("spec/paths/pages.yaml", "utf8") === "broken";
if (broken) console.log("spec/paths/pages.yaml:1:1 not a path item");
console.log(" Tasks:    3 successful, 3 total");
process.exitCode = broken ? 1 : 0;
`;

let root: string;
let page: string;
let stop: AbortController;
let said: string[];

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "notional-watch-"));
  page = join(root, "spec/paths/pages.yaml");
  await mkdir(join(root, "spec/paths"), { recursive: true });
  await mkdir(join(root, "spec/dist"));
  await mkdir(join(root, "node_modules/turbo/bin"), { recursive: true });
  await writeFile(join(root, "node_modules/turbo/bin/turbo"), TURBO);
  await writeFile(page, "first");
  stop = new AbortController();
  said = [];
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    said.push(String(text));
    return true;
  });
});
afterEach(async () => {
  stop.abort();
  vi.restoreAllMocks();
  await rm(root, { recursive: true });
});

const runs = async (): Promise<string[]> => (await readFile(join(root, "runs"), "utf8")).trim().split("\n");

describe("generate", () => {
  test("runs what is stale and says nothing of turbo's own", async () => {
    expect(await generate(root, stop.signal)).toEqual({ ok: true, output: "" });
    expect(await runs()).toEqual(["run generate docs"]);
  });

  test("gives the problems when it fails", async () => {
    await writeFile(page, "broken");
    const output = "spec/paths/pages.yaml:1:1 not a path item";
    expect(await generate(root, stop.signal)).toEqual({ ok: false, output });
  });
});

describe("watchSpec", () => {
  test("generates again when a file of the spec changes, and says so in one line", async () => {
    const refreshed = Promise.withResolvers<void>();
    await watchSpec(root, refreshed.resolve, stop.signal);
    await writeFile(join(root, "spec/dist/openapi.yaml"), "generated");
    await writeFile(join(root, "spec/notes.txt"), "of no interest");
    await writeFile(page, "second");
    await refreshed.promise;
    await vi.waitFor(() => expect(said).toHaveLength(2));
    expect(said[1]).toMatch(/^spec\/paths\/pages\.yaml: refreshed types, docs and mock in \d+\.\d s\n$/);
    expect(await runs()).toHaveLength(1);
  });

  test("reports what is wrong and goes on", async () => {
    const refreshed = vi.fn();
    await watchSpec(root, refreshed, stop.signal);
    await writeFile(page, "broken");
    await vi.waitFor(() => expect(said).toHaveLength(2), { timeout: 5000 });
    expect(said[1]).toContain("spec/paths/pages.yaml:1:1 not a path item\n");
    expect(said[1]).toContain("spec/paths/pages.yaml: not refreshed, the last good output stays.");
    expect(refreshed).not.toHaveBeenCalled();

    await writeFile(page, "third");
    await vi.waitFor(() => expect(refreshed).toHaveBeenCalledOnce(), { timeout: 5000 });
  });
});
