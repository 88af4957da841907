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
  expect(problems).toMatchInlineSnapshot(`
    [
      "openapi.yaml:1:36 Write the description as full sentences: start with a capital and end with a full stop.",
      "openapi.yaml:5:20 Write the description as full sentences: start with a capital and end with a full stop.",
      "Page.yaml:4:41 Write the description as full sentences: start with a capital and end with a full stop.",
    ]
  `);
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
  expect(await lintWith(RULE, tree, { properNouns: ["Markdown"] })).toMatchInlineSnapshot(`
    [
      "openapi.yaml:4:22 Write the summary in sentence case, without a full stop at its end.",
      "openapi.yaml:6:24 Write the summary in sentence case, without a full stop at its end.",
      "openapi.yaml:5:23 Write the summary in sentence case, without a full stop at its end.",
    ]
  `);
});
