import { expect, test } from "vitest";
import { sections } from "../src/html.ts";

test("finds the text below each heading", () => {
  expect([...sections("# Versions\n\nIntro.\n\n## b\n\nOf b.\n\n## a\nOf a.\n")]).toEqual([
    ["b", "\nOf b.\n\n"],
    ["a", "Of a.\n"],
  ]);
});
