import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { generatorHash, readBundles, sourceOf, versionTypesModules } from "@notional/codegen";
import { describe, expect, test } from "vitest";
import { latestVersion, versions } from "../src/__generated__/values.ts";

const generated = join(import.meta.dirname, "../src/__generated__");
const spec = dirname(createRequire(import.meta.url).resolve("@notional/spec/package.json"));
const bundles = await readBundles(join(spec, "dist"));
const modules = await versionTypesModules(bundles, await generatorHash());
const read = (name: string) => readFileSync(join(generated, name), "utf8");

// When one of these fails, run `pnpm generate`.

test("there is one module per bundle, those that they share, and the lists", () => {
  const dates = bundles.map(({ version }) => version);
  const names = [...modules.keys()].filter((name) => !name.startsWith("shared-"));
  expect(names).toEqual(dates.map((date) => `${date}.ts`));
  expect(readdirSync(generated).sort()).toEqual([...modules.keys(), "values.ts", "versions.ts"].sort());
  expect(versions).toEqual(dates);
  expect(latestVersion).toBe(dates.at(-1));
});

test("they carry the hashes of all bundles", () => {
  expect(read(`${latestVersion}.ts`)).toContain(`\n// source ${sourceOf(bundles)}\n`);
});

test.each([...modules])("%s is what the generator makes of the bundles", (name, text) => {
  // Not `toBe(text)`: the difference of two modules is thousands of lines.
  expect(read(name) === text).toBe(true);
});

test("what is shared is nowhere else", () => {
  const schemas = [...modules].flatMap(([name, text]) =>
    [...text.matchAll(/^export type (\w+) =/gm)].map(([, schema]) => ({ name, schema })),
  );
  const shared = schemas.filter(({ name }) => name.startsWith("shared-"));
  for (const { name, schema } of shared) {
    const dates = name.match(/\d{4}-\d{2}-\d{2}/g) ?? [];
    const others = schemas.filter((other) => other.schema === schema && other.name !== name);
    expect(others.filter((other) => dates.some((date) => other.name.includes(date)))).toEqual([]);
  }
});

describe.each(bundles)("$version", (bundle) => {
  const text = read(`${bundle.version}.ts`);

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
    const start = text.indexOf("export interface webhooks");
    const webhooks = text.slice(start, text.indexOf("\n}", start));
    expect([...webhooks.matchAll(/^ {4}"?([\w.]+)"?: \{$/gm)].map(([, name]) => name)).toEqual(names);
  });

  test("has every schema, itself or shared", () => {
    const imported = [...text.matchAll(/^export type \* from "\.\/(.+)";$/gm)].map(([, name = ""]) =>
      read(name),
    );
    const all = [text, ...imported].join("");
    const names = Object.keys(bundle.document.components?.schemas ?? {});
    expect([...all.matchAll(/^export type (\w+) =/gm)].map(([, name]) => name).sort()).toEqual(names.sort());
  });
});
