import { describe, expect, test } from "vitest";
import { cover } from "../src/cover.ts";
import { table } from "../src/table.ts";

const documented = [
  { version: "2025-09-03", operationId: "getPage", statuses: [200, 404] },
  { version: "2025-09-03", operationId: "queryDatabase", statuses: [200] },
  { version: "2026-03-11", operationId: "getPage", statuses: [200, 404] },
];
const exercised = [
  { version: "2025-09-03", operationId: "getPage", status: 200 },
  { version: "2026-03-11", operationId: "getPage", status: 404 },
  { version: "2026-03-11", operationId: "getPage", status: 200 },
  { version: "2026-03-11", operationId: "getPage", status: 200 },
];

describe("cover", () => {
  test("names the statuses that were not exercised", () => {
    expect(cover(documented, exercised)[0]).toEqual({
      version: "2025-09-03",
      operationId: "getPage",
      documented: [200, 404],
      exercised: [200],
      missing: [404],
    });
  });

  test("does not count an answer of another version", () => {
    const [, untouched] = cover(documented, [
      { version: "2026-03-11", operationId: "queryDatabase", status: 200 },
    ]);
    expect(untouched?.exercised).toEqual([]);
  });

  test("does not count a status that is not documented", () => {
    const [cell] = cover(documented, [{ version: "2025-09-03", operationId: "getPage", status: 418 }]);
    expect(cell?.exercised).toEqual([]);
  });
});

describe("table", () => {
  test("has a row per operation and a column per version", () => {
    expect(table(cover(documented, exercised))).toBe(
      [
        "operation           2025-09-03       2026-03-11",
        "getPage             1/2 without 404  2/2",
        "queryDatabase       NONE             -",
        "statuses exercised  1/3              2/2",
      ].join("\n"),
    );
  });
});
