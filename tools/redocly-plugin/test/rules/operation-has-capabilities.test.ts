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
  expect(problems).toMatchInlineSnapshot(`[]`);
});
