import { expect, test } from "vitest";
import { lintWith } from "../lint.ts";

test("named schemas, properties and headers are described", async () => {
  const problems = await lintWith("description-everywhere", {
    "openapi.yaml": `
paths:
  /v1/pages:
    get:
      responses:
        "200":
          headers: { Retry-After: { $ref: RetryAfter.yaml } }
          content: { application/json: { schema: { $ref: Page.yaml } } }
`,
    "RetryAfter.yaml": `schema: { type: integer }`,
    "Page.yaml": `
properties:
  object: { const: page }
  title: { type: string }
  url: { type: string, description: Where it is. }
  color: { $ref: Color.yaml }
  shade: { $ref: Shade.yaml }
  tint: { $ref: Shade.yaml, description: How light. }
  parts: { type: array, items: { type: string } }
`,
    "Color.yaml": `{ type: string, description: A color. }`,
    "Shade.yaml": `type: string`,
  });
  expect(problems).toMatchInlineSnapshot(`
    [
      "RetryAfter.yaml:1:1 Describe this header in one or two sentences.",
      "Page.yaml:1:1 Describe this schema in one or two sentences.",
      "Page.yaml:3:3 Describe the property \`title\` in one or two sentences.",
      "Page.yaml:6:3 Describe the property \`shade\` in one or two sentences.",
      "Page.yaml:8:3 Describe the property \`parts\` in one or two sentences.",
      "Shade.yaml:1:1 Describe this schema in one or two sentences.",
    ]
  `);
});
