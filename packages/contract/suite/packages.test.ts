import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { bundledVersions, loadBundle, operationsOf, webhooksOf } from "@notional/checker";
import { describe, expect, test } from "vitest";

const { resolve } = createRequire(import.meta.url);

/** A file of another package, wherever that package is. */
function fileOf(packageName: string, file: string): string {
  return readFileSync(join(dirname(resolve(`${packageName}/package.json`)), file), "utf8");
}

describe("spec", () => {
  const versions = bundledVersions();

  test("publishes every version", () => {
    const { exports } = JSON.parse(fileOf("@notional/spec", "package.json")) as { exports: object };
    const published = versions.flatMap((version) => [
      `./${version}/openapi.json`,
      `./${version}/openapi.yaml`,
    ]);
    const control = ["./control/openapi.json", "./control/openapi.yaml"];
    expect(Object.keys(exports).sort()).toEqual(["./package.json", ...control, ...published].sort());
  });

  test("can be bundled by hand in every version", () => {
    const apis = [...fileOf("@notional/spec", "redocly.yaml").matchAll(/^ {2}notion@(\S+):$/gm)];
    expect(apis.map(([, version]) => version)).toEqual(versions);
  });

  test("tells of every version", () => {
    const sections = [...fileOf("@notional/spec", "VERSIONS.md").matchAll(/^## (\d{4}-\d{2}-\d{2})$/gm)];
    expect(sections.map(([, version]) => version)).toEqual(versions.toReversed());
  });
});

describe.each(bundledVersions())("%s", (version) => {
  const bundle = loadBundle(version);
  const hash = bundle["x-notional-source-hash"];
  const operationIds = operationsOf(bundle).map((operation) => operation.operationId);
  const webhooks = webhooksOf(bundle);

  describe("types", () => {
    const types = fileOf("@notional/openapi-types", `src/__generated__/${version}.ts`);

    test("come from this bundle, among others", () => {
      expect(types).toContain(hash);
    });

    test("have exactly the operations of the bundle", () => {
      const operations = types.slice(types.indexOf("export interface operations {"));
      const declared = [...operations.matchAll(/^ {4}(\w+): \{$/gm)].map((match) => match[1]);
      expect(declared.sort()).toEqual([...operationIds].sort());
    });

    test("have exactly the webhooks of the bundle", () => {
      const start = types.indexOf("export interface webhooks {");
      const declared = types.slice(start, types.indexOf("\n}", start));
      const names = [...declared.matchAll(/^ {4}"?([\w.]+)"?: \{$/gm)].map((match) => match[1]);
      expect(names).toEqual(webhooks.map(({ name }) => name));
    });
  });

  describe("docs", () => {
    const html = fileOf("@notional/docs", `dist/${version}/index.html`);

    test("come from this bundle", () => {
      expect(html).toContain(hash);
    });

    // The page draws itself from the document that it carries.
    test.each([...operationIds, ...webhooks.map(({ operationId }) => operationId)])(
      "have %s",
      (operationId) => {
        expect(html).toContain(`"operationId":"${operationId}"`);
      },
    );
  });
});
