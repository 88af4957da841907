import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { expect, test } from "vitest";

/** A program as it would be delivered to a browser. */
async function bundle(program: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: import.meta.dirname, loader: "ts" },
    bundle: true,
    minify: true,
    format: "esm",
    write: false,
  });
  return outputFiles[0]?.text ?? "";
}

const ONE = `import { createCore, getPage } from "../src/operations.ts";
console.log(await getPage(createCore({ auth: "ntn_1" }), { page_id: "p" }));`;
const CLIENT = `import { createClient } from "../src/index.ts";
console.log(createClient({ auth: "ntn_1" }));`;
const EVERYTHING = `import * as client from "../src/index.ts";
console.log(client);`;

test("one call brings neither the other operations nor lists nor openapi-fetch", async () => {
  const text = await bundle(ONE);
  expect(text).toContain("/v1/pages/{page_id}");
  expect(text.match(/\/v1\/[\w/{}]+/g)).toEqual(["/v1/pages/{page_id}"]);
  expect(text).not.toMatch(/next_cursor|querySerializer/);
  expect(gzipSync(text).length).toBeLessThan(5 * 1024);
});

test("a client with all its methods brings no helpers", async () => {
  const text = await bundle(CLIENT);
  expect(text).toContain("/v1/comments/{comment_id}");
  expect(gzipSync(text).length).toBeLessThan(8 * 1024);
});

test("everything stays small", async () => {
  const text = await bundle(EVERYTHING);
  expect(text).toContain("/v1/comments/{comment_id}");
  expect(gzipSync(text).length).toBeLessThan(12 * 1024);
});
