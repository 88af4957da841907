import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const typescript = dirname(createRequire(import.meta.url).resolve("typescript/package.json"));

test.each(["node", "browser", "worker"])("compiles with the types of a %s", (environment) => {
  const project = join(import.meta.dirname, `environments/${environment}.json`);
  const tsc = spawnSync(process.execPath, [join(typescript, "bin/tsc"), "-p", project], { encoding: "utf8" });
  expect(tsc.stdout).toBe("");
  expect(tsc.status).toBe(0);
});
