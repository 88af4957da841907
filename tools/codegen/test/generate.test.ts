import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { generate, readStamp } from "../src/index.ts";

let folder: string;
let options: { bundles: string; out: string };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "codegen-"));
  options = { bundles: join(folder, "dist"), out: join(folder, "out") };
});
afterEach(() => rm(folder, { recursive: true }));

async function writeBundle(version: string, hash: string, change: object = {}): Promise<void> {
  const document = {
    openapi: "3.1.0",
    "x-notional-source-hash": hash,
    info: { title: "Notion API", version },
    paths: {
      "/v1/users/me": { get: { operationId: "getSelf", responses: { 200: { description: "The bot." } } } },
    },
    ...change,
  };
  await write(version, JSON.stringify(document));
}

async function write(version: string, text: string): Promise<void> {
  await mkdir(join(options.bundles, version), { recursive: true });
  await writeFile(join(options.bundles, version, "openapi.json"), text);
}

const read = (name: string) => readFile(join(options.out, name), "utf8");

describe("shape", () => {
  test("one module per version, and the lists", async () => {
    await writeBundle("2026-03-11", "new");
    await writeBundle("2022-06-28", "old");
    expect(await generate(options)).toEqual({ written: ["2022-06-28.ts", "2026-03-11.ts"], fresh: [] });
    expect((await readdir(options.out)).sort()).toEqual([
      "2022-06-28.ts",
      "2026-03-11.ts",
      "values.ts",
      "versions.ts",
    ]);
    expect(await read("2022-06-28.ts")).toContain("getSelf: {");
    expect(await read("values.ts")).toContain(
      'export const versions = ["2022-06-28", "2026-03-11"] as const;',
    );
    expect(await read("versions.ts")).toContain('export type LatestVersion = "2026-03-11";');
    expect((await readStamp(join(options.out, "2026-03-11.ts")))?.source).toBe("old_new");
  });

  test("the same bundle gives the same text", async () => {
    await writeBundle("2026-03-11", "a");
    await generate(options);
    const text = await read("2026-03-11.ts");
    await rm(options.out, { recursive: true });
    await generate(options);
    expect(await read("2026-03-11.ts")).toBe(text);
  });
});

describe("behaviour", () => {
  test("all is written when one bundle changed, and nothing when none did", async () => {
    await writeBundle("2022-06-28", "a");
    await writeBundle("2026-03-11", "b");
    await generate(options);
    const modules = ["2022-06-28.ts", "2026-03-11.ts"];
    expect(await generate(options)).toEqual({ written: [], fresh: modules });
    await writeBundle("2026-03-11", "c");
    expect(await generate(options)).toEqual({ written: modules, fresh: [] });
  });

  test("a change of the generator writes everything", async () => {
    await writeBundle("2026-03-11", "a");
    await generate(options);
    const text = await read("2026-03-11.ts");
    await writeFile(
      join(options.out, "2026-03-11.ts"),
      text.replace(/^\/\/ generator .*$/m, "// generator other"),
    );
    expect((await generate(options)).written).toEqual(["2026-03-11.ts"]);
    expect(await read("2026-03-11.ts")).toBe(text);
  });

  test("a version that is no longer there takes its module along", async () => {
    await writeBundle("2022-06-28", "a");
    await writeBundle("2026-03-11", "b");
    await generate(options);
    await rm(join(options.bundles, "2022-06-28"), { recursive: true });
    await generate(options);
    expect((await readdir(options.out)).sort()).toEqual(["2026-03-11.ts", "values.ts", "versions.ts"]);
    expect(await read("values.ts")).toContain('versions = ["2026-03-11"]');
  });
});

describe("validation", () => {
  const cases: [string, string, string][] = [
    ["a bundle that is not JSON", "{", "openapi.json: the bundle is not JSON."],
    ["a bundle that is something else", "[]", "openapi.json: the bundle is not an OpenAPI 3.1 document."],
    [
      "a bundle of another version",
      '{"openapi":"3.1.0","info":{"version":"2022-06-28"}}',
      "openapi.json: the bundle is of version 2022-06-28, its folder says 2026-03-11.",
    ],
    [
      "a bundle without a hash",
      '{"openapi":"3.1.0","info":{"version":"2026-03-11"}}',
      "openapi.json: the bundle has no `x-notional-source-hash`.",
    ],
  ];
  test.each(cases)("%s is named", async (_name, text, message) => {
    await write("2026-03-11", text);
    await expect(generate(options)).rejects.toThrow(message);
  });

  test("no bundle at all, and a folder without one", async () => {
    await expect(generate(options)).rejects.toThrow(
      `No bundle in ${options.bundles}.\nRun \`pnpm generate\``,
    );
    await mkdir(join(options.bundles, "2026-03-11"), { recursive: true });
    await expect(generate(options)).rejects.toThrow("openapi.json: the bundle cannot be read.");
  });

  test("what cannot be printed leaves all that was written in place", async () => {
    await writeBundle("2022-06-28", "a");
    await writeBundle("2026-03-11", "a");
    await generate(options);
    const before = await read("2022-06-28.ts");
    await writeBundle("2022-06-28", "b");
    await writeBundle("2026-03-11", "b", { components: { schemas: { paths: { type: "string" } } } });
    await expect(generate(options)).rejects.toThrow(
      "No types for 2026-03-11: A schema cannot be named paths",
    );
    expect(await read("2022-06-28.ts")).toBe(before);
  });
});
