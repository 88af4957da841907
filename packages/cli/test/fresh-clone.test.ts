import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const src = join(import.meta.dirname, "../src");

/** A part of these is generated, so a fresh clone lacks it when `start` begins. */
const generated = ["@notional/server", "@notional/client", "@notional/openapi-types"];

/** The files that are loaded with a file, and the packages that they load. Types are not loaded. */
function loadedWith(file: string, seen = new Map<string, string[]>()): Map<string, string[]> {
  if (seen.has(file)) return seen;
  const text = readFileSync(file, "utf8");
  const imports = [...text.matchAll(/^(?:import|export)(?! type)[^;]*? from "([^"]+)";/gms)].flatMap(
    ([, from]) => from ?? [],
  );
  seen.set(
    file,
    imports.filter((from) => !from.startsWith(".")),
  );
  for (const from of imports) {
    const path = join(dirname(file), from);
    if (from.startsWith(".") && existsSync(path)) loadedWith(path, seen);
  }
  return seen;
}

test("start loads nothing that is generated before it has generated it", () => {
  const files = loadedWith(join(src, "commands/start.ts"));
  const wrong = [...files].flatMap(([file, packages]) =>
    packages
      .filter((name) => generated.some((each) => name.startsWith(each)))
      .map((name) => `${file}: ${name}`),
  );
  expect(files.size).toBeGreaterThan(5);
  expect(wrong).toEqual([]);
});
