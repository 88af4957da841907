import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildPages } from "../src/build-pages.ts";
import { bundleFile, versions } from "../src/files.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "notional-docs-"));
  expect(await buildPages(folder)).toEqual({ built: versions, fresh: [] });
}, 60_000);
afterAll(() => rm(folder, { recursive: true }));

const pageOf = (version: string) => readFile(join(folder, version, "index.html"), "utf8");

interface Operation {
  operationId?: string;
  summary?: string;
}

describe.each(versions)("the page of %s", (version) => {
  test("has every operation and webhook", async () => {
    const page = await pageOf(version);
    const bundle: Record<"paths" | "webhooks", Record<string, Record<string, Operation>>> = JSON.parse(
      await readFile(bundleFile(version, "json"), "utf8"),
    );
    const expected = Object.entries({ ...bundle.paths, ...bundle.webhooks }).flatMap(([path, item]) =>
      Object.values(item).flatMap(({ operationId = "", summary = "" }) => [path, operationId, summary]),
    );
    expect(expected.filter((text) => !page.includes(text))).toEqual([]);
    expect(page.includes(`<title>Notion API ${version}</title>`)).toBe(true);
  });

  test("leads to the guides", async () => {
    expect((await pageOf(version)).includes("[Blocks](/docs/guides/blocks/)")).toBe(true);
  });

  test("loads nothing and reports nothing", async () => {
    const page = await pageOf(version);
    // Matches, not pages, so that a failure stays readable.
    const found = (pattern: RegExp): string[] => page.match(pattern) ?? [];
    expect(found(/Content-Security-Policy" content="default-src 'none'/)).toHaveLength(1);
    expect(found(/"disableTelemetry":true/)).toHaveLength(1);
    expect(found(/<script[^>]{1,80} src=|<link[^>]+href="http|@import url|fonts\.g|logo-mini-full/g)).toEqual(
      [],
    );
  });
});

describe("building again", () => {
  test("leaves the pages whose bundle is the same", async () => {
    expect(await buildPages(folder)).toEqual({ built: [], fresh: versions });
  });

  test("renders the page whose bundle changed, and that one only", async () => {
    const [first = "", ...others] = versions;
    const others0 = await stat(join(folder, others[0] ?? "", "index.html"));
    await writeFile(join(folder, first, "source-hash"), "source of before\n");
    await writeFile(join(folder, first, "index.html"), "before");
    expect(await buildPages(folder)).toEqual({ built: [first], fresh: others });
    expect((await pageOf(first)).includes(`<title>Notion API ${first}</title>`)).toBe(true);
    expect((await stat(join(folder, others[0] ?? "", "index.html"))).mtimeMs).toBe(others0.mtimeMs);
  });
});
