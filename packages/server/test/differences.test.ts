import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { missingOperations } from "../src/operations/not-implemented.ts";

test("DIFFERENCES.md lists the missing operations, and no others", () => {
  const text = readFileSync(new URL("../DIFFERENCES.md", import.meta.url), "utf8");
  const [, section = ""] = /## Missing operations\n([\s\S]*?)\n## /.exec(text) ?? [];
  const rows = section.split("\n").filter((line) => line.startsWith("|"));
  const listed = rows.flatMap((row) => [...row.matchAll(/`(\w+)`/g)].map(([, name]) => name));
  expect(listed.toSorted()).toEqual([...missingOperations].sort());
});
