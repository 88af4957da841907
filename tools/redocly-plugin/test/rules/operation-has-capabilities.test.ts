import { expect, test } from "vitest";
import { lintWith } from "../lint.ts";

test("every operation lists known capabilities", async () => {
  const problems = await lintWith(
    "operation-has-capabilities",
    `
paths:
  /v1/pages:
    get: { x-notion-capabilities: [read_content] }
    post: { x-notion-capabilities: [write_content] }
    patch: { x-notion-capabilities: update_content }
    delete: {}
  /v1/users/me:
    get: { x-notion-capabilities: [] }
`,
  );
  expect(problems).toMatchInlineSnapshot(`
    [
      "openapi.yaml:4:37 Use a known capability instead of \`write_content\`: read_content, update_content, insert_content, read_comments, insert_comments, read_user_information.",
      "openapi.yaml:6:5 Add x-notion-capabilities, a list of what a token must be allowed; it is empty when any token will do.",
      "openapi.yaml:5:37 Add x-notion-capabilities, a list of what a token must be allowed; it is empty when any token will do.",
    ]
  `);
});
