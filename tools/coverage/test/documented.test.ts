import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { readDocumented } from "../src/documented.ts";

test("operations and webhooks, with the statuses that each may be answered with", () => {
  const dist = mkdtempSync(join(tmpdir(), "notional-coverage-"));
  onTestFinished(() => rmSync(dist, { recursive: true }));
  mkdirSync(join(dist, "2026-03-11"));
  const bundle = {
    paths: { "/v1/pages": { post: { operationId: "createPage", responses: { "200": {}, "400": {} } } } },
    webhooks: { "page.created": { post: { operationId: "onPageCreated", responses: { "2XX": {} } } } },
  };
  writeFileSync(join(dist, "2026-03-11", "openapi.json"), JSON.stringify(bundle));
  expect(readDocumented(dist)).toEqual([
    { version: "2026-03-11", operationId: "createPage", statuses: [200, 400] },
    { version: "2026-03-11", operationId: "onPageCreated", statuses: [200] },
  ]);
});
