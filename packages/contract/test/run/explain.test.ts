import { expect, test } from "vitest";
import { explain } from "../../src/run/explain.ts";

test("a finding names the place, the value and the schema", () => {
  const findings = [
    {
      side: "response" as const,
      at: "/results/0/a~1b",
      message: "must be string",
      schema: "bundle#/components/schemas/Page/properties/a/type",
    },
    { side: "request" as const, at: "query.x", message: "is not declared", schema: "/paths/p/get" },
  ];
  expect(explain(findings, { request: {}, response: { results: [{ "a/b": 12 }] } })).toBe(
    [
      "response /results/0/a~1b",
      "    must be string",
      "    found:  12",
      "    schema: #/components/schemas/Page/properties/a/type",
      "request query.x",
      "    is not declared",
      "    schema: /paths/p/get",
    ].join("\n"),
  );
});
