import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import { readBundle, spec, versions } from "../src/bundles.ts";
import { packInto } from "../src/pack.ts";

let project = "";
let installed = "";

beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), "notional-pack-"));
  installed = await packInto(spec, "@notional/spec", project);
}, 60_000);

afterAll(() => rm(project, { recursive: true, force: true }));

const manifestOf = async (folder: string) => JSON.parse(await readFile(join(folder, "package.json"), "utf8"));

test("the packed package gives both forms of each version", async () => {
  const require = createRequire(join(project, "index.js"));
  for (const version of versions) {
    const document = readBundle(version);
    expect(require(`@notional/spec/${version}/openapi.json`)).toEqual(document);
    const yaml = await readFile(require.resolve(`@notional/spec/${version}/openapi.yaml`), "utf8");
    expect(parse(yaml, { maxAliasCount: -1 })).toEqual(document);
  }
  // Megabytes of YAML for each version, which a busy machine takes its time for.
}, 60_000);

test("it exports nothing that it has not, and needs nothing else", async () => {
  const require = createRequire(join(project, "index.js"));
  const { exports, dependencies = {} } = await manifestOf(installed);
  // The manifest, and both forms of each version and of the control API.
  expect(Object.keys(exports)).toHaveLength(1 + 2 * (versions.length + 1));
  for (const path of Object.keys(exports)) require.resolve(join("@notional/spec", path));
  expect(dependencies).toEqual({});
});

test("publint has nothing to say", async () => {
  const { messages } = await publint({ pkgDir: installed, pack: false, strict: true });
  const manifest = await manifestOf(installed);
  expect(messages.map((message) => formatMessage(message, manifest))).toEqual([]);
});
