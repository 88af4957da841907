import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { generatorHash, readBundles, typesModule } from "@notional/codegen";
import { describe, expect, test } from "vitest";
import { latestVersion, versions } from "../src/__generated__/values.ts";

const generated = join(import.meta.dirname, "../src/__generated__");
const spec = dirname(createRequire(import.meta.url).resolve("@notional/spec/package.json"));
const bundles = await readBundles(join(spec, "dist"));
const generator = await generatorHash();

// When one of these fails, run `pnpm generate`.

test("there is one module per bundle, and the lists", () => {
  const dates = bundles.map(({ version }) => version);
  expect(readdirSync(generated).sort()).toEqual([
    ...dates.map((date) => `${date}.ts`),
    "values.ts",
    "versions.ts",
  ]);
  expect(versions).toEqual(dates);
  expect(latestVersion).toBe(dates.at(-1));
});

describe.each(bundles)("$version", (bundle) => {
  const text = readFileSync(join(generated, `${bundle.version}.ts`), "utf8");

  test("carries the hash of the bundle", () => {
    expect(/^\/\/ source (\w+)$/m.exec(text)?.[1]).toBe(bundle.hash);
  });

  test("is what the generator makes of the bundle", async () => {
    // Not `toBe(text)`: the difference of two modules is thousands of lines.
    expect((await typesModule(bundle, generator)) === text).toBe(true);
  });

  test("has every operation", () => {
    const paths: Record<string, Record<string, { operationId?: string }>> = Object(bundle.document.paths);
    const ids = Object.values(paths).flatMap((path) =>
      Object.values(path).flatMap(({ operationId }) => operationId ?? []),
    );
    const operations = text.slice(text.indexOf("export interface operations"));
    expect([...operations.matchAll(/^ {4}(\w+): \{$/gm)].map(([, id]) => id).sort()).toEqual(ids.sort());
  });

  test("has every webhook", () => {
    const names = Object.keys(bundle.document.webhooks ?? {});
    const webhooks = text.slice(text.indexOf("export interface webhooks"), text.indexOf("export type "));
    expect([...webhooks.matchAll(/^ {4}"?([\w.]+)"?: \{$/gm)].map(([, name]) => name)).toEqual(names);
  });

  test("has every schema", () => {
    const names = Object.keys(bundle.document.components?.schemas ?? {});
    expect(names.filter((name) => !text.includes(`\nexport type ${name} = `))).toEqual([]);
  });
});
