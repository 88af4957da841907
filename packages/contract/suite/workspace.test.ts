import { globSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** Which packages a package may import, besides those of npm. The house in one table. */
const mayImport: Record<string, string[]> = {
  "examples/vitest": [],
  "packages/openapi-types": [],
  "packages/client": ["@notional/openapi-types"],
  "packages/formula": [],
  "packages/mock": ["@notional/spec"],
  "packages/docs": ["@notional/spec"],
  "packages/checker": ["@notional/spec"],
  "packages/contract": [
    "@notional/checker",
    "@notional/client",
    "@notional/docs",
    "@notional/mock",
    "@notional/openapi-types",
    "@notional/server",
    "@notional/spec",
  ],
  "packages/server": ["@notional/checker", "@notional/formula", "@notional/openapi-types", "@notional/spec"],
  "packages/cli": [
    "@notional/client",
    "@notional/contract",
    "@notional/docs",
    "@notional/formula",
    "@notional/mock",
    "@notional/server",
    "@notional/spec",
  ],
  "tools/redocly-plugin": [],
  "tools/bundle": ["@notional/redocly-plugin"],
  "tools/codegen": ["@notional/spec"],
  "tools/coverage": ["@notional/checker", "@notional/spec"],
  "tools/fuzz": ["@notional/checker"],
  "tools/generators": ["@notional/spec"],
  "tools/quality": ["@notional/spec"],
  "tools/release": [],
  "tools/spec-diff": ["@notional/bundle", "@notional/quality", "@notional/redocly-plugin"],
};

/** Folders that are made, not written; going through those of npm takes minutes. */
const made = new Set(["node_modules", "dist", "__generated__"]);

function filesBelow(folder: string, fits: RegExp): string[] {
  return globSync("**", { cwd: join(root, folder), exclude: (name) => made.has(basename(name)) })
    .filter((file) => fits.test(file))
    .map((file) => join(root, folder, file))
    .filter((file) => statSync(file).isFile());
}

function lines(file: string): number {
  return readFileSync(file, "utf8").split("\n").length - 1;
}

const packages = ["examples", "packages", "tools"].flatMap((group) =>
  readdirSync(join(root, group)).map((name) => `${group}/${name}`),
);

test("every package is in the table", () => {
  expect(packages.sort()).toEqual(Object.keys(mayImport).sort());
});

describe.each(packages)("%s", (folder) => {
  test("imports only what it may", () => {
    const imported = filesBelow(`${folder}/src`, /\.ts$/).flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(/^(?:import|export|}) .*from "(@notional\/[^/"]+)/gm)].map(
        (match) => match[1],
      ),
    );
    const wrong = imported.filter((name) => name && !mayImport[folder]?.includes(name));
    expect([...new Set(wrong)]).toEqual([]);
  });

  test("has no file that wants to be split", () => {
    const long = filesBelow(folder, /\.ts$/).filter((file) => lines(file) > 350);
    expect(long.map((file) => relative(root, file))).toEqual([]);
  });
});

test("no file of the document wants to be split", () => {
  // The map has a line pair for each path and event, and nothing to move elsewhere.
  const files = filesBelow("spec", /\.yaml$/).filter((file) => file !== join(root, "spec/openapi.yaml"));
  const long = files.filter((file) => lines(file) > 200);
  expect(long.map((file) => relative(root, file))).toEqual([]);
});
