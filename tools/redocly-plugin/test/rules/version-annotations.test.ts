import { expect, test } from "vitest";
import { lintWith } from "../lint.ts";

const RULE = "version-annotations";

const VERSIONS = `
name: Notion-Version
in: header
schema: { enum: ["2022-06-28", "2025-09-03", "2026-03-11"] }
`;

test("annotations stand where the projector looks for them", async () => {
  const problems = await lintWith(RULE, {
    "NotionVersion.yaml": VERSIONS,
    "openapi.yaml": `
paths:
  /v1/pages:
    post:
      x-notion-added-in: "2025-09-03"
      parameters:
        - $ref: NotionVersion.yaml
        - $ref: After.yaml
          x-notion-removed-in: "2026-03-11"
      responses:
        "200":
          content:
            application/json:
              schema: { $ref: Page.yaml }
              examples:
                page: { $ref: Example.yaml }
                old: { value: 1, x-notion-removed-in: "2026-03-11" }
        "404": { $ref: NotFound.yaml, x-notion-added-in: "2025-09-03" }
`,
    "After.yaml": `{ name: after, in: query }`,
    "NotFound.yaml": `description: Nothing there.`,
    "Example.yaml": `{ value: 2, x-notion-added-in: "2026-03-11" }`,
    "Page.yaml": `
properties:
  archived: { type: boolean, x-notion-removed-in: "2026-03-11" }
  icon:
    oneOf:
      - { const: a, x-notion-added-in: "2025-09-03" }
      - { const: b }
`,
  });
  expect(problems).toEqual([]);
});

test("anywhere else, and misspelt, they have no effect", async () => {
  const problems = await lintWith(RULE, {
    "NotionVersion.yaml": VERSIONS,
    "openapi.yaml": `
paths:
  /v1/pages:
    $ref: pages.yaml
    x-notion-added-in: "2025-09-03"
`,
    "pages.yaml": `
get:
  x-notion-added: "2025-09-03"
  parameters: [{ $ref: NotionVersion.yaml }]
  responses:
    "200":
      content:
        application/json:
          schema: { $ref: Page.yaml }
`,
    "Page.yaml": `
x-notion-removed-in: "2026-03-11"
items: { type: string, x-notion-added-in: "2025-09-03" }
`,
  });
  expect(problems).toMatchInlineSnapshot(`[]`);
});

test("dates are supported versions, in order", async () => {
  const problems = await lintWith(RULE, {
    "NotionVersion.yaml": VERSIONS,
    "openapi.yaml": `
paths:
  /v1/pages:
    parameters: [{ $ref: NotionVersion.yaml }]
    get: { x-notion-added-in: "2024-01-01" }
    post: { x-notion-added-in: "2026-03-11", x-notion-removed-in: "2025-09-03" }
    patch: { x-notion-removed-in: 2026 }
`,
  });
  expect(problems).toMatchInlineSnapshot(`[]`);
});

test("a projection has none", async () => {
  const problems = await lintWith(
    RULE,
    `
paths:
  /v1/pages:
    parameters: [{ name: Notion-Version, in: header, schema: { enum: ["2026-03-11"] } }]
    get: { x-notion-added-in: "2026-03-11" }
`,
  );
  expect(problems).toMatchInlineSnapshot(`[]`);
});
