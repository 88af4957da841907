import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { generateServer } from "../src/server/generate.ts";

let folder: string;
let options: { bundles: string; out: string };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "codegen-"));
  options = { bundles: join(folder, "dist"), out: join(folder, "out") };
});
afterEach(() => rm(folder, { recursive: true }));

const SCHEMAS = {
  IdRequest: { type: "string", pattern: "^[0-9a-f]{32}$" },
  Thing: {
    type: "object",
    additionalProperties: false,
    required: ["name"],
    properties: {
      name: { description: "Its name.", type: "string", maxLength: 2 },
      children: {
        type: "array",
        items: { $ref: "#/components/schemas/Thing" },
        "x-notion-max-nesting": 2,
        "x-notion-max-blocks": 1000,
      },
    },
  },
};

async function writeBundle(hash: string, schemas: object = SCHEMAS): Promise<void> {
  const operation = {
    operationId: "updateThing",
    "x-notion-capabilities": ["update_content"],
    parameters: [
      { $ref: "#/components/parameters/ThingId" },
      { name: "page_size", in: "query", schema: { type: "integer" } },
      { name: "Notion-Version", in: "header", schema: { type: "string" } },
    ],
    requestBody: {
      required: true,
      content: { "application/json": { schema: { $ref: "#/components/schemas/Thing" } } },
    },
  };
  const thingId = {
    name: "thing_id",
    in: "path",
    required: true,
    schema: { $ref: "#/components/schemas/IdRequest" },
  };
  const document = {
    openapi: "3.1.0",
    "x-notional-source-hash": hash,
    info: { title: "Notion API", version: "2026-03-11" },
    security: [{ bearerAuth: [] }],
    paths: { "/v1/things/{thing_id}": { patch: operation } },
    components: { schemas, parameters: { ThingId: thingId } },
  };
  await mkdir(join(options.bundles, "2026-03-11"), { recursive: true });
  await writeFile(join(options.bundles, "2026-03-11/openapi.json"), JSON.stringify(document));
}

const read = (name: string) => readFile(join(options.out, name), "utf8");

async function generated() {
  const { requests } = await import(pathToFileURL(join(options.out, "requests-2026-03-11.js")).href);
  return requests.updateThing;
}

describe("shape", () => {
  test("the table of operations, and a module of validators per version", async () => {
    await writeBundle("a");
    await generateServer(options);
    expect((await readdir(options.out)).sort()).toEqual([
      "operations.ts",
      "requests-2026-03-11.js",
      "requests.ts",
    ]);
    expect(await read("requests.ts")).toContain('import("./requests-2026-03-11.js" as string)');
    const row = /updateThing: (.*),$/m.exec(await read("operations.ts"))?.[1];
    expect(JSON.parse(row ?? "")).toEqual({
      method: "PATCH",
      path: "/v1/things/{thing_id}",
      capabilities: ["update_content"],
      hasBody: true,
      contentTypes: ["application/json"],
      security: ["bearerAuth"],
    });
  });

  test("what is not a validator", async () => {
    await writeBundle("a");
    await generateServer(options);
    const { ids, read: reading, blocks, bodyRequired, schemas } = await generated();
    expect({ ids, reading, blocks, bodyRequired }).toEqual({
      ids: ["thing_id"],
      reading: { page_size: "number" },
      blocks: [{ key: "children", maxNesting: 2, maxBlocks: 1000 }],
      bodyRequired: true,
    });
    expect(schemas.body).toEqual({ $ref: "#/components/schemas/Thing" });
  });
});

describe("validation", () => {
  test("a schema that does not compile is a failure, and what was there stays", async () => {
    await writeBundle("a");
    await generateServer(options);
    const before = await read("operations.ts");
    await writeBundle("b", { ...SCHEMAS, Thing: { $ref: "#/components/schemas/Nothing" } });
    await expect(generateServer(options)).rejects.toThrow(/^No validators for 2026-03-11: .*Nothing/);
    expect(await read("operations.ts")).toBe(before);
  });
});

describe("behaviour", () => {
  test("the validators say yes and no", async () => {
    await writeBundle("a");
    await generateServer(options);
    const { path, query, body } = await generated();
    expect(path({ thing_id: "0".repeat(32) })).toBe(true);
    expect(path({ thing_id: "0" })).toBe(false);
    expect(query({ page_size: 5 })).toBe(true);
    expect(query({ "Notion-Version": "2026-03-11" })).toBe(false);
    expect(body({ name: "ab", children: [{ name: "" }] })).toBe(true);
    expect(body({ name: "ab", children: [{ name: "abc" }] })).toBe(false);
    // Two units of UTF-16: a length is what JavaScript says it is.
    expect(body({ name: "\u{1f600}" })).toBe(true);
    expect(body({ name: "\u{1f600}a" })).toBe(false);
  });

  test("what is fresh is left alone", async () => {
    await writeBundle("a");
    const all = ["operations.ts", "requests.ts", "requests-2026-03-11.js"];
    expect(await generateServer(options)).toEqual({ written: all, fresh: [] });
    expect(await generateServer(options)).toEqual({ written: [], fresh: all });
  });

  test("validators are made anew for another schema, and not for other words", async () => {
    await writeBundle("a");
    await generateServer(options);
    const { Thing } = SCHEMAS;
    await writeBundle("b", { ...SCHEMAS, Thing: { ...Thing, description: "A thing." } });
    expect(await generateServer(options)).toEqual({
      written: ["operations.ts"],
      fresh: ["requests.ts", "requests-2026-03-11.js"],
    });
    await writeBundle("c", { ...SCHEMAS, Thing: { ...Thing, required: [] } });
    expect((await generateServer(options)).written).toContain("requests-2026-03-11.js");
  });

  test("what a version had that is no longer supported goes", async () => {
    await writeBundle("a");
    await mkdir(options.out, { recursive: true });
    await writeFile(join(options.out, "requests-2021-08-16.js"), "");
    await generateServer(options);
    expect(await readdir(options.out)).not.toContain("requests-2021-08-16.js");
  });
});
