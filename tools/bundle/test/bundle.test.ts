import { mkdir, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { parseYaml } from "@redocly/openapi-core";
import { expect, test } from "vitest";
import { formatSummary } from "../src/index.ts";
import { makeToy } from "./toy.ts";

test("writes one document per version", async () => {
  const toy = await makeToy();
  const result = await toy.bundle();
  expect(result.ok && result.versions.map(formatSummary)).toEqual([
    "2025-09-03: 2 paths, 2 operations, 2 webhooks, 5 schemas",
    "2026-03-11: 1 paths, 1 operations, 1 webhooks, 4 schemas",
  ]);
  const newest = await toy.readJson("dist/2026-03-11/openapi.json");
  expect(newest.info.version).toBe("2026-03-11");
  expect(newest.components.schemas.Page.required).toEqual(["object", "in_trash"]);
  expect(newest.components.examples.CreatePageResponse.value).toEqual({
    object: "page",
    in_trash: false,
    icon: { type: "emoji", emoji: "🙂" },
  });
  expect(parseYaml(await toy.read("dist/2026-03-11/openapi.yaml"))).toEqual(newest);
});

test("the stamp changes with the version, and only with it", async () => {
  const toy = await makeToy();
  const stamps = async () => {
    await toy.bundle();
    const versions = ["2025-09-03", "2026-03-11"];
    return Promise.all(
      versions.map(
        async (version) => (await toy.readJson(`dist/${version}/openapi.json`))["x-notional-source-hash"],
      ),
    );
  };
  const [older, newer] = await stamps();
  await toy.replace("components/schemas/Database.yaml", "type: object", "type: object\ntitle: Old");
  const [olderAfter, newerAfter] = await stamps();
  expect(olderAfter).not.toBe(older);
  expect(newerAfter).toBe(newer);
});

test("a file whose content is unchanged is not written again", async () => {
  const toy = await makeToy();
  const written = async (file: string) => (await stat(join(toy.outDir, file), { bigint: true })).mtimeNs;
  await toy.bundle();
  const before = await written("2026-03-11/openapi.json");
  await toy.replace("components/schemas/Database.yaml", "type: object", "type: object\ntitle: Old");
  await toy.bundle();
  expect(await written("2026-03-11/openapi.json")).toBe(before);
  expect(await written("2025-09-03/openapi.json")).not.toBe(before);
  expect(await readdir(join(toy.outDir, "2026-03-11"))).toEqual(["openapi.json", "openapi.yaml"]);
});

test("a version that the tree dropped is removed, and nothing else", async () => {
  const toy = await makeToy();
  await toy.bundle();
  await mkdir(join(toy.outDir, "2021-05-13"));
  await mkdir(join(toy.outDir, "notes"));
  await toy.bundle();
  expect((await readdir(toy.outDir)).sort()).toEqual(["2025-09-03", "2026-03-11", "notes"]);
});

test("on any problem, what was written before stays", async () => {
  const toy = await makeToy();
  await toy.bundle();
  const before = await toy.read("dist/2025-09-03/openapi.json");
  await toy.replace("components/schemas/Database.yaml", "type: object", "type: object\ntitle: Old");
  await toy.replace("components/examples/CreatePageResponse.yaml", "object: page", "object: pages");
  expect((await toy.bundle()).ok).toBe(false);
  expect(await toy.read("dist/2025-09-03/openapi.json")).toBe(before);
});
