import { expect, test } from "vitest";
import { lintWith } from "../lint.ts";

const RULE = "description-full-sentence";

test("descriptions are sentences, wherever they stand", async () => {
  const problems = await lintWith(RULE, {
    "openapi.yaml": `
tags: [{ name: Pages, description: pages }]
paths:
  /v1/pages:
    get:
      description: Reads a page
      responses:
        "200":
          description: "The page:"
          content: { application/json: { schema: { $ref: Page.yaml } } }
`,
    "Page.yaml": `
description: A page.
properties:
  description: { type: string, description: "\`null\` when there is none." }
  icon: { $ref: Icon.yaml, description: the icon. }
  cover:
    type: string
    description: |
      Like this.

      \`\`\`
      cover
      \`\`\`
`,
    "Icon.yaml": `description: 3 kinds of icon (emoji, file, none).`,
  });
  expect(problems).toMatchInlineSnapshot(`[]`);
});

test("summaries are titles in sentence case", async () => {
  const tree = `
paths:
  /v1/pages:
    get: { summary: Retrieve a page as Markdown }
    post: { summary: Create a Page }
    patch: { summary: update a page }
    delete: { summary: Delete a page. }
    put: { summary: Replace the JSON of an OAuth app }
`;
  expect(await lintWith(RULE, tree, { properNouns: ["Markdown"] })).toMatchInlineSnapshot(`[]`);
});
