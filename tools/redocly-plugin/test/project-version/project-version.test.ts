import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { projectVersion } from "../../src/index.ts";

const VERSIONS = ["2022-06-28", "2025-09-03", "2026-03-11"];

/**
 * One folder a case: `input.yaml` is the document of all versions, `<date>.yaml` its projection, and
 * `<date>.error.txt` what is said instead of one.
 */
const cases = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) =>
  entry.isDirectory(),
);

describe.each(cases.map(({ name }) => name))("%s", (name) => {
  const folder = join(import.meta.dirname, name);
  const read = (file: string) => readFileSync(join(folder, file), "utf8");
  const expected = readdirSync(folder).filter((file) => file !== "input.yaml");

  test.each(expected)("%s", (file) => {
    const version = file.slice(0, "2026-03-11".length);
    const input = parse(read("input.yaml"));
    const before = structuredClone(input);
    const project = () => projectVersion(input, version, VERSIONS);

    if (file.endsWith(".error.txt")) expect(project).toThrow(read(file).trim());
    // As text, so that the order of the keys counts.
    else expect(toText(project())).toBe(toText(parse(read(file))));
    expect(input).toEqual(before);
  });
});

test("a version that the document does not have", () => {
  expect(() => projectVersion({}, "2024-01-01", VERSIONS)).toThrow(
    "2024-01-01 is not a version of this document",
  );
});

function toText(value: unknown): string {
  return stringify(value, { aliasDuplicateObjects: false });
}
