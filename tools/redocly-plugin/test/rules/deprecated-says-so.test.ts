import { expect, test } from "vitest";
import { lintWith } from "../lint.ts";

test("what is deprecated says so first", async () => {
  const problems = await lintWith("deprecated-says-so", {
    "openapi.yaml": `
paths:
  /v1/pages:
    get: { deprecated: true, description: Deprecated. Use search. }
    post: { deprecated: true, description: Old. }
    parameters: [{ name: a, in: query, deprecated: true }]
components:
  schemas:
    Page:
      properties:
        here: { $ref: Other.yaml, deprecated: true, description: Not so new. }
        there: { $ref: Other.yaml, deprecated: true, description: "Deprecated: use \`here\`." }
`,
    "Other.yaml": `type: string`,
  });
  expect(problems).toMatchInlineSnapshot(`
    [
      "openapi.yaml:5:40 Start the description with "Deprecated", and say what to use instead.",
      "openapi.yaml:4:44 Start the description with "Deprecated", and say what to use instead.",
      "openapi.yaml:10:66 Start the description with "Deprecated", and say what to use instead.",
    ]
  `);
});
