import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type FunctionGroup, functionGroups, parse } from "../src/index.ts";
import { functionTable } from "./guide-tables.ts";

const guide = readFileSync(new URL("../../../spec/guides/formulas.md", import.meta.url), "utf8");

test.each(Object.entries(functionGroups))("the guide has every function of %s", (group, definitions) => {
  const heading = `### ${(group as FunctionGroup).replace(/^./, (letter) => letter.toUpperCase())}\n\n`;
  const section = guide.split(heading)[1]?.split(/\n\n/)[0];
  expect(section).toBe(functionTable(definitions));
});

test("every formula in the guide is one", () => {
  const samples = [...guide.matchAll(/```text\n([\s\S]*?)```/g)].map(([, code]) => code ?? "");
  expect(samples.length).toBeGreaterThan(2);
  for (const sample of samples) expect(parse(sample)).toBeTruthy();
});
