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
  expect(problems).toMatchInlineSnapshot(`[]`);
});
