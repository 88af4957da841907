import { expect, test } from "vitest";
import { lintWith } from "../lint.ts";

test("what only requests use is closed, at the whole", async () => {
  const problems = await lintWith("closed-request-objects", {
    "openapi.yaml": `
paths:
  /v1/pages:
    post:
      requestBody:
        content:
          application/json:
            schema: { $ref: Body.yaml }
      responses:
        "200":
          content:
            application/json:
              schema: { $ref: Page.yaml }
`,
    "Page.yaml": `
properties:
  shared: { $ref: Shared.yaml }
`,
    "Shared.yaml": `
properties: { a: { type: string } }
`,
    "Body.yaml": `
type: object
additionalProperties: false
properties:
  shared: { $ref: Shared.yaml }
  open: { $ref: Open.yaml }
  inline:
    type: object
    properties: { a: { type: string } }
  map: { type: object, additionalProperties: { $ref: Open.yaml } }
  children: { type: array, items: { $ref: Whole.yaml } }
  loose: { $ref: Loose.yaml }
  anything: { type: object }
  either: { type: object, oneOf: [{ $ref: Whole.yaml }, { $ref: Body.yaml }] }
  beside: { $ref: Base.yaml, unevaluatedProperties: false }
`,
    "Open.yaml": `properties: { a: { $ref: Body.yaml } }`,
    "Whole.yaml": `
allOf: [{ $ref: Base.yaml }]
unevaluatedProperties: false
properties: { b: { type: string } }
`,
    "Loose.yaml": `
allOf: [{ $ref: Base.yaml }]
properties: { b: { type: string } }
`,
    "Base.yaml": `
properties:
  a: { type: object, properties: { deep: { type: string } } }
`,
  });
  expect(problems).toMatchInlineSnapshot(`
    [
      "Open.yaml:1:1 Add \`additionalProperties: false\`: a request has no unknown fields.",
      "Body.yaml:7:5 Add \`additionalProperties: false\`: a request has no unknown fields.",
      "Base.yaml:2:6 Add \`additionalProperties: false\`: a request has no unknown fields.",
      "Loose.yaml:1:1 Add \`unevaluatedProperties: false\`: a request has no unknown fields.",
      "Body.yaml:12:13 Add \`additionalProperties: false\`: a request has no unknown fields.",
    ]
  `);
});

test("what a webhook brings stays open: Notion adds to it at any time", async () => {
  const tree = `
webhooks:
  page.created:
    post:
      requestBody: { content: { application/json: { schema: { properties: { id: { type: string } } } } } }
      responses: { 2XX: { description: Received. } }
`;
  expect(await lintWith("closed-request-objects", tree)).toEqual([]);
});
