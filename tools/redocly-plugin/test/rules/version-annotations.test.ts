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
  expect(problems).toMatchInlineSnapshot(`
    [
      "openapi.yaml:4:5 Move x-notion-added-in to an operation, a parameter in its list, a property, a member of a union or allOf, an example, a response or a media type: here it has no effect.",
      "pages.yaml:2:3 Write x-notion-added-in or x-notion-removed-in: \`x-notion-added\` has no effect.",
      "Page.yaml:1:1 Move x-notion-removed-in to an operation, a parameter in its list, a property, a member of a union or allOf, an example, a response or a media type: here it has no effect.",
      "Page.yaml:2:24 Move x-notion-added-in to an operation, a parameter in its list, a property, a member of a union or allOf, an example, a response or a media type: here it has no effect.",
    ]
  `);
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
  expect(problems).toMatchInlineSnapshot(`
    [
      "openapi.yaml:4:31 Name a supported version instead of "2024-01-01": 2022-06-28, 2025-09-03, 2026-03-11. They are listed in components/parameters/NotionVersion.yaml.",
      "openapi.yaml:5:67 Remove it in a later version than 2026-03-11, which adds it.",
      "openapi.yaml:6:35 Name a supported version instead of 2026: 2022-06-28, 2025-09-03, 2026-03-11. They are listed in components/parameters/NotionVersion.yaml.",
    ]
  `);
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
  expect(problems).toMatchInlineSnapshot(`
    [
      "openapi.yaml:4:31 A document of one version has no annotations: this is a fault of the projector.",
    ]
  `);
});
