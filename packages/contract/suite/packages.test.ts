import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { bundledVersions, loadBundle, operationsOf } from "../src/bundle.ts";

const { resolve } = createRequire(import.meta.url);

/** A file of another package, wherever that package is. */
function fileOf(packageName: string, file: string): string {
  return readFileSync(join(dirname(resolve(`${packageName}/package.json`)), file), "utf8");
}

describe.each(bundledVersions())("%s", (version) => {
  const bundle = loadBundle(version);
  const hash = bundle["x-notional-source-hash"];
  const operationIds = operationsOf(bundle).map((operation) => operation.operationId);

  describe("types", () => {
    const types = fileOf("@notional/openapi-types", `src/__generated__/${version}.ts`);

    test("come from this bundle", () => {
      expect(types).toContain(hash);
    });

    test("have exactly the operations of the bundle", () => {
      const operations = types.slice(types.indexOf("export interface operations {"));
      const declared = [...operations.matchAll(/^ {4}(\w+): \{$/gm)].map((match) => match[1]);
      expect(declared.sort()).toEqual([...operationIds].sort());
    });
  });

  describe("docs", () => {
    const html = fileOf("@notional/docs", `dist/${version}/index.html`);

    test("come from this bundle", () => {
      expect(html).toContain(hash);
    });

    // The page draws itself from the document that it carries.
    test.each(operationIds)("have %s", (operationId) => {
      expect(html).toContain(`"operationId":"${operationId}"`);
    });
  });
});
