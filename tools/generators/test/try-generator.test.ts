import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Generator } from "../src/generator.ts";
import { tryGenerator } from "../src/try-generator.ts";
import { typeCheck } from "../src/type-check.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "notional-generators-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A generator that writes one module. */
const writing = (text: string): Generator => ({
  name: "toy",
  missing: async () => undefined,
  generate: (_bundle, out) => writeFile(join(out, "module.ts"), text),
  check: typeCheck,
});

const attempt = (generator: Generator) =>
  tryGenerator(generator, "2026-03-11", "openapi.json", join(folder, "out"));

test("what it makes is checked and measured", async () => {
  const outcome = await attempt(writing("export const one: number = 1;"));
  expect(outcome).toMatchObject({ generator: "toy", version: "2026-03-11", result: "made" });
  expect(outcome.detail).toMatch(/^0\.00 MB, /);
});

test("what does not type-check fails, with what the compiler said", async () => {
  const outcome = await attempt(writing('export const one: number = "1";'));
  expect(outcome.result).toBe("failed");
  expect(outcome.detail).toContain("module.ts(1,14): error TS2322");
});

test("what is too large fails before a compiler sees it", async () => {
  const outcome = await attempt(writing(`// ${"a".repeat(5_000_000)}`));
  expect(outcome).toMatchObject({ result: "failed", detail: "5.00 MB; the limit is 5 MB." });
});

test("nothing at all fails", async () => {
  expect(await attempt({ ...writing(""), generate: async () => {} })).toMatchObject({ result: "failed" });
});

test("where its toolchain is missing it is skipped, and says so", async () => {
  const outcome = await attempt({ ...writing(""), missing: async () => "there is no `go` here" });
  expect(outcome).toMatchObject({ result: "skipped", detail: "there is no `go` here" });
});
