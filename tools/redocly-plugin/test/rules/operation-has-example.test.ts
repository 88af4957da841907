import { expect, test } from "vitest";
import { lintWith } from "../lint.ts";

test("every request and every success has an example", async () => {
  const problems = await lintWith("operation-has-example", {
    "openapi.yaml": `
paths:
  /v1/pages:
    post:
      requestBody: { content: { application/json: { schema: {} } } }
      responses:
        "200": { content: { application/json: { examples: {} } } }
        "204": { description: Nothing. }
        "400": { content: { application/json: {} } }
    get:
      requestBody: { $ref: Body.yaml }
      responses:
        "200": { content: { text/markdown: {} } }
        "201": { content: { application/json: { examples: { page: { value: 1 } } } } }
`,
    "Body.yaml": `
content:
  multipart/form-data: {}
`,
  });
  expect(problems).toMatchInlineSnapshot(`
    [
      "Body.yaml:2:3 Add an entry to the \`examples\` of this request.",
      "openapi.yaml:4:33 Add an entry to the \`examples\` of this request.",
      "openapi.yaml:6:29 Add an entry to the \`examples\` of this 200 response.",
    ]
  `);
});
