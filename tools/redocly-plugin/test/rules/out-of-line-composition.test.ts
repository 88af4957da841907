import { expect, test } from "vitest";
import { lintWith } from "../lint.ts";

const RULE = "out-of-line-composition";

test("in the tree, the root of a file has a name and nothing else has", async () => {
  const problems = await lintWith(RULE, {
    "openapi.yaml": `
paths:
  /v1/pages:
    post:
      requestBody:
        content:
          application/json:
            schema:
              oneOf: [{ type: object }, { type: array }]
      responses:
        "200":
          content:
            application/json:
              schema: { $ref: Page.yaml }
`,
    "Page.yaml": `
allOf: [{ $ref: Base.yaml }]
properties:
  color: { type: string, enum: [red, blue] }
  both: { allOf: [{ $ref: Base.yaml }, { $ref: Base.yaml }] }
  items:
    type: array
    items: { anyOf: [{ type: string }, { type: number }] }
  named: { $ref: Color.yaml }
`,
    "Base.yaml": `type: object`,
    "Color.yaml": `enum: [red, blue]`,
  });
  expect(problems).toMatchInlineSnapshot(`
    [
      "openapi.yaml:8:15 Move this oneOf to a file of its own in components/schemas and refer to it, so that its type has a name.",
      "Page.yaml:3:26 Move this enum to a file of its own in components/schemas and refer to it, so that its type has a name.",
      "Page.yaml:4:11 Move this allOf to a file of its own in components/schemas and refer to it, so that its type has a name.",
      "Page.yaml:7:14 Move this anyOf to a file of its own in components/schemas and refer to it, so that its type has a name.",
    ]
  `);
});

test("this or null, a single allOf and the schema of a parameter stay inline", async () => {
  const problems = await lintWith(
    RULE,
    `
paths:
  /v1/pages:
    parameters:
      - { name: sort, in: query, schema: { enum: [asc, desc] } }
components:
  schemas:
    Color: { enum: [red, blue] }
    Page:
      properties:
        color: { oneOf: [{ $ref: "#/components/schemas/Color", description: The color. }, { type: "null" }] }
        title: { oneOf: [{ type: "null" }, { type: string, maxLength: 3 }] }
        part: { allOf: [{ $ref: "#/components/schemas/Color" }] }
        three: { oneOf: [{ $ref: "#/components/schemas/Color" }, { type: string }, { type: "null" }] }
`,
  );
  expect(problems).toMatchInlineSnapshot(`
    [
      "openapi.yaml:13:18 Move this oneOf to a file of its own in components/schemas and refer to it, so that its type has a name.",
    ]
  `);
});
