import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";

function run(...args: string[]) {
  const main = join(import.meta.dirname, "../src/main.ts");
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], { encoding: "utf8" });
  return { status, stdout, stderr };
}

test("a missing bundle is a failure that says what to run", () => {
  expect(run("--bundles", "/nowhere")).toEqual({
    status: 1,
    stdout: "",
    stderr:
      "No bundle in /nowhere.\nRun `pnpm generate` to build the bundles; it says what is wrong in spec/.\n",
  });
});

test("an unknown option is a wrong use", () => {
  const { status, stderr } = run("--bundle", "spec/dist");
  expect(status).toBe(2);
  expect(stderr).toContain("Usage: codegen");
});

test("--help says how", () => {
  const { status, stdout } = run("--help");
  expect(status).toBe(0);
  expect(stdout).toContain("Usage: codegen");
});
