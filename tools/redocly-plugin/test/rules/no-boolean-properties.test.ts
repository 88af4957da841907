import { expect, test } from "vitest";
import { lintWith } from "../lint.ts";

test("a property is an object", async () => {
  const problems = await lintWith("no-boolean-properties", {
    "openapi.yaml": "components: { schemas: { Page: { $ref: Page.yaml } } }",
    "Page.yaml": `
additionalProperties: false
properties:
  anything: true
  nothing: { not: {} }
not:
  properties: { never: false }
`,
  });
  expect(problems).toMatchInlineSnapshot(`
    [
      "Page.yaml:6:17 Not every tool reads \`never: false\`: write \`not: {}\`.",
      "Page.yaml:3:3 Not every tool reads \`anything: true\`: leave it out, or write \`{}\`.",
    ]
  `);
});
