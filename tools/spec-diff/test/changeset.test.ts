import { describe, expect, test } from "vitest";
import { stepBetween } from "../src/announced.ts";
import type { Change, Step } from "../src/change.ts";
import { covers, largest, stepFrom } from "../src/change.ts";
import { changesetOf, stepIn } from "../src/changeset.ts";
import { report } from "../src/report.ts";

const change = (step: Step, text: string): Change => ({
  step,
  text,
  pointer: "#/components/schemas/Page",
  operations: ["getPage", "createPage"],
});
const lost = change("major", "Property `url` of `Page` was removed.");
const gained = change("minor", "Property `icon` of `Page` was added.");
const reworded = change("patch", "`description` of `Page` was rewritten.");
const comparisons = [
  { name: "2026-03-11", changes: [lost, gained] },
  { name: "2025-09-03", changes: [gained, reworded] },
];
const names = ["2025-09-03", "2026-03-11", "control"];

describe("a changeset", () => {
  test("says once what holds everywhere, and of the rest where", () => {
    expect(changesetOf(comparisons, "minor", names)).toBe(`---
"@notional/spec": minor
"@notional/openapi-types": minor
---

Breaking:

- Property \`url\` of \`Page\` was removed. (2026-03-11)

New or no longer so narrow:

- Property \`icon\` of \`Page\` was added.

In other words:

- \`description\` of \`Page\` was rewritten. (2025-09-03)
`);
  });

  test("counts words when there are many", () => {
    const changes = Array.from({ length: 9 }, (_, index) => change("patch", `Text ${index}.`));
    expect(changesetOf([{ name: "2026-03-11", changes }], "patch", names)).toBe(`---
"@notional/spec": patch
"@notional/openapi-types": patch
---

9 descriptions and examples say it better.
`);
  });

  test("is read by what reads changesets", () => {
    expect(stepIn(changesetOf(comparisons, "major", names))).toBe("major");
    expect(stepIn('---\n"@notional/client": minor\n---\n\nOther.\n')).toBeUndefined();
    expect(stepIn('---\n"@notional/spec": none\n---\n\nNothing.\n')).toBeUndefined();
    expect(() => stepIn('## "@notional/spec": minor\n')).toThrow("could not parse changeset");
  });
});

test("a report names every change, its place and whom it concerns", () => {
  expect(report(comparisons.slice(0, 1))).toBe(`2026-03-11
  major (breaking)
    Property \`url\` of \`Page\` was removed.
      #/components/schemas/Page
      getPage, createPage
  minor (not breaking)
    Property \`icon\` of \`Page\` was added.
      #/components/schemas/Page
      getPage, createPage`);
});

describe("steps", () => {
  test("the largest of some", () => {
    expect(largest(["patch", "major", "minor"])).toBe("major");
    expect(largest([])).toBeUndefined();
  });

  test.each<[Step | undefined, Step, boolean]>([
    [undefined, "patch", false],
    ["patch", "minor", false],
    ["minor", "minor", true],
    ["major", "minor", true],
  ])("%s for %s: %s", (step, needed, expected) => expect(covers(step, needed)).toBe(expected));

  test("before 1.0.0 a minor release may break", () => {
    expect(stepFrom("0.3.0", "major")).toBe("minor");
    expect(stepFrom("1.3.0", "major")).toBe("major");
    expect(stepFrom("0.3.0", "patch")).toBe("patch");
  });

  test.each<[string, string, Step | undefined]>([
    ["1.2.3", "2.0.0", "major"],
    ["1.2.3", "1.3.0", "minor"],
    ["1.2.3", "1.2.4", "patch"],
    ["1.2.3", "1.2.3", undefined],
  ])("from %s to %s", (before, after, step) => expect(stepBetween(before, after)).toBe(step));
});
