import type { OpenAPI3 } from "openapi-typescript";
import { describe, expect, test } from "vitest";
import { versionTypesModules } from "../src/types-module.ts";

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const object = (properties: object) => ({ type: "object", properties });
const id = { type: "string" };

/** The modules of documents with these schemas, without their headers. */
async function print(versions: Record<string, object>): Promise<Record<string, string>> {
  const bundles = Object.entries(versions).map(([version, schemas]) => {
    const document = { openapi: "3.1.0", info: { title: "", version }, paths: {}, components: { schemas } };
    return { version, hash: "abc", document: document as OpenAPI3 };
  });
  const modules = [...(await versionTypesModules(bundles, "def"))];
  return Object.fromEntries(modules.map(([name, text]) => [name, text.slice(text.indexOf("\n\n") + 2)]));
}

/** The schemas that a module declares. */
function declared(text = ""): string[] {
  return [...text.matchAll(/^export type (?!webhooks|paths|operations)(\w+) =/gm)].map(
    ([, name = ""]) => name,
  );
}

describe("shape", () => {
  test("what all have is a module, and each imports and exports it", async () => {
    const modules = await print({
      "2025-09-03": { Id: id, Page: object({ id: ref("Id"), archived: { type: "boolean" } }) },
      "2026-03-11": { Id: id, Page: object({ id: ref("Id"), in_trash: { type: "boolean" } }) },
    });
    expect(Object.keys(modules)).toEqual([
      "shared-2025-09-03-2026-03-11.ts",
      "2025-09-03.ts",
      "2026-03-11.ts",
    ]);
    expect(modules["shared-2025-09-03-2026-03-11.ts"]).toBe(
      "export type Id = string;\n/** The schemas by name. */\nexport interface schemas {\n    Id: Id;\n}\n",
    );
    const text = modules["2026-03-11.ts"] ?? "";
    expect(text.slice(0, text.indexOf("export type paths"))).toBe(
      'import type { Id, schemas as schemas1 } from "./shared-2025-09-03-2026-03-11.ts";\n' +
        'export type * from "./shared-2025-09-03-2026-03-11.ts";\n',
    );
    expect(text).toContain("export interface schemas extends schemas1 {\n    Page: Page;\n}");
    expect(text).toContain("export interface components {\n    schemas: schemas;");
  });

  test("nothing is shared by one version, or where all differs", async () => {
    expect(Object.keys(await print({ "2026-03-11": { Id: id } }))).toEqual(["2026-03-11.ts"]);
    const different = { "2025-09-03": { A: id }, "2026-03-11": { A: { type: "number" } } };
    expect(Object.keys(await print(different))).toEqual(["2025-09-03.ts", "2026-03-11.ts"]);
  });
});

describe("behaviour", () => {
  test("a schema is another one where what it refers to is", async () => {
    const schemas = { List: object({ pages: ref("Pages") }), Pages: { type: "array", items: ref("Page") } };
    const modules = await print({
      "2025-09-03": { ...schemas, Page: object({ archived: id }) },
      "2026-03-11": { ...schemas, Page: object({ in_trash: id }) },
    });
    expect(Object.keys(modules)).toEqual(["2025-09-03.ts", "2026-03-11.ts"]);
    expect(declared(modules["2026-03-11.ts"])).toEqual(["List", "Pages", "Page"]);
  });

  test("schemas that refer to each other are shared together", async () => {
    const schemas = {
      Filter: object({ and: ref("Filters") }),
      Filters: { type: "array", items: ref("Filter") },
    };
    const modules = await print({ "2025-09-03": schemas, "2026-03-11": schemas });
    expect(declared(modules["shared-2025-09-03-2026-03-11.ts"])).toEqual(["Filter", "Filters"]);
    expect(declared(modules["2026-03-11.ts"])).toEqual([]);
  });

  test("another comment is another schema", async () => {
    const modules = await print({
      "2025-09-03": { Id: { ...id, description: "Of a page." } },
      "2026-03-11": { Id: { ...id, description: "Of a page or a block." } },
    });
    expect(declared(modules["2025-09-03.ts"])).toEqual(["Id"]);
  });

  test("what some versions have is a module of those, over that of all", async () => {
    const view = object({ id: ref("Id") });
    const modules = await print({
      "2022-06-28": { Id: id },
      "2025-09-03": { Id: id, View: view },
      "2026-03-11": { Id: id, View: view },
    });
    const all = "shared-2022-06-28-2025-09-03-2026-03-11";
    expect(modules["shared-2025-09-03-2026-03-11.ts"]).toBe(
      `import type { Id, schemas as schemas1 } from "./${all}.ts";\n` +
        "export type View = {\n    id?: Id;\n};\n" +
        "/** The schemas by name. */\nexport interface schemas extends schemas1 {\n    View: View;\n}\n",
    );
    const exports = (version: string) =>
      [...(modules[version] ?? "").matchAll(/^export type \* from "\.\/(.*)\.ts";$/gm)].map(
        ([, name]) => name,
      );
    expect(exports("2022-06-28.ts")).toEqual([all]);
    expect(exports("2026-03-11.ts")).toEqual([all, "shared-2025-09-03-2026-03-11"]);
  });

  test("what openapi-typescript declares for itself goes where it is used", async () => {
    const base = object({ name: id });
    const named = {
      allOf: [ref("Base"), { type: "object", required: ["name"], properties: {} }],
      required: ["name"],
    };
    const modules = await print({
      "2025-09-03": { Base: base, Named: named },
      "2026-03-11": { Base: base, Named: named },
    });
    const isHelped = (name: string) => modules[name]?.includes("type WithRequired<");
    expect(modules["shared-2025-09-03-2026-03-11.ts"]).toContain('WithRequired<Base, "name">');
    expect(isHelped("shared-2025-09-03-2026-03-11.ts")).toBe(true);
    expect(isHelped("2026-03-11.ts")).toBe(false);
  });
});

describe("validation", () => {
  test("no schema takes the name of the map", async () => {
    await expect(print({ "2026-03-11": { schemas: id } })).rejects.toThrow(
      "No types for 2026-03-11: A schema cannot be named schemas: the types need that name. Rename it.",
    );
  });
});
