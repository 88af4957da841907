import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type FunctionGroup, functionGroups, parse } from "../src/index.ts";
import { functionTable } from "./guide-tables.ts";

const read = (name: string) =>
  readFileSync(new URL(`../../../spec/guides/${name}.md`, import.meta.url), "utf8");

test.each(Object.entries(functionGroups))("the guide has every function of %s", (group, definitions) => {
  const heading = `\n## ${(group as FunctionGroup).replace(/^./, (letter) => letter.toUpperCase())}\n\n`;
  const section = read("formula-functions").split(heading)[1]?.split(/\n\n/)[0]?.trimEnd();
  expect(section).toBe(functionTable(definitions));
});

test.each(["formulas", "formula-functions"])("every formula in %s is one", (name) => {
  const samples = [...read(name).matchAll(/```text\n([\s\S]*?)```/g)].map(([, code]) => code ?? "");
  expect(samples).not.toEqual([]);
  for (const sample of samples) expect(parse(sample)).toBeTruthy();
});
