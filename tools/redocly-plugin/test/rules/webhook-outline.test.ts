import { expect, test } from "vitest";
import { lintWith } from "../lint.ts";

test("a webhook is a signed POST without a token, answered by any 2XX", async () => {
  const problems = await lintWith("webhook-outline", {
    "openapi.yaml": `
webhooks:
  page.created:
    post:
      security: []
      parameters: [{ $ref: Signature.yaml }]
      responses: { 2XX: { description: Received. } }
  page.moved:
    put:
      parameters: [{ name: Other, in: header }]
      responses: { "200": { description: Received. } }
  page.deleted: { $ref: page.deleted.yaml }
paths:
  /v1/users:
    get: { responses: {} }
`,
    "page.deleted.yaml": `
post:
  security: [{ bearerAuth: [] }]
  parameters: [{ $ref: Signature.yaml }]
  responses: { 2XX: { description: Received. }, "500": { description: Failed. } }
`,
    "Signature.yaml": "{ name: X-Notion-Signature, in: header }",
  });
  expect(problems).toMatchInlineSnapshot(`
    [
      "openapi.yaml:9:7 Make it a POST: that is what Notion sends.",
      "openapi.yaml:8:5 Add the parameter X-Notion-Signature, which every delivery has.",
      "openapi.yaml:8:5 Add \`security: []\`: a delivery carries no token.",
      "openapi.yaml:10:7 Have one response, 2XX: any of them says that the delivery was received.",
      "page.deleted.yaml:1:1 Add \`security: []\`: a delivery carries no token.",
      "page.deleted.yaml:4:3 Have one response, 2XX: any of them says that the delivery was received.",
    ]
  `);
});
