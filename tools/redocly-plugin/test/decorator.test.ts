import { bundle, createConfig } from "@redocly/openapi-core";
import { expect, test } from "vitest";
import notional from "../src/index.ts";
import { filesInMemory, ROOT_FILE } from "./lint.ts";

const TREE = {
  "openapi.yaml": `
info: { title: Notion API, version: all }
paths:
  /v1/pages: { $ref: pages.yaml }
  /v1/databases: { $ref: databases.yaml }
`,
  "pages.yaml": `
get:
  parameters: [{ $ref: NotionVersion.yaml }]
  responses:
    "200":
      description: A page.
      content: { application/json: { schema: { $ref: Page.yaml }, examples: { page: { $ref: Example.yaml } } } }
`,
  "databases.yaml": `
get:
  x-notion-removed-in: "2026-03-11"
  responses: { "200": { description: A database., content: { application/json: { schema: { $ref: Old.yaml } } } } }
`,
  "NotionVersion.yaml": `{ name: Notion-Version, in: header, schema: { enum: ["2025-09-03", "2026-03-11"] } }`,
  "Page.yaml": `
properties:
  archived: { type: boolean, x-notion-removed-in: "2026-03-11" }
  in_trash: { type: boolean }
  parent: { $ref: Page.yaml }
`,
  "Old.yaml": `type: object`,
  "Example.yaml": `value: { archived: false, in_trash: false }`,
};

test("`redocly bundle` sees the complete bundle and cuts it", async () => {
  const config = await createConfig({
    plugins: [notional()],
    decorators: { "notional/project-version": { version: "2026-03-11" } },
  });
  const { bundle: document, problems } = await bundle({
    ref: ROOT_FILE,
    config,
    externalRefResolver: filesInMemory(TREE),
  });
  expect(problems).toEqual([]);
  expect(document.parsed).toMatchInlineSnapshot(`
    {
      "components": {
        "examples": {
          "Example": {
            "value": {
              "in_trash": false,
            },
          },
        },
        "parameters": {
          "NotionVersion": {
            "example": "2026-03-11",
            "in": "header",
            "name": "Notion-Version",
            "schema": {
              "enum": [
                "2026-03-11",
              ],
            },
          },
        },
        "schemas": {
          "Page": {
            "properties": {
              "in_trash": {
                "type": "boolean",
              },
              "parent": {
                "$ref": "#/components/schemas/Page",
              },
            },
          },
        },
      },
      "info": {
        "title": "Notion API",
        "version": "2026-03-11",
      },
      "openapi": "3.1.0",
      "paths": {
        "/v1/pages": {
          "get": {
            "parameters": [
              {
                "$ref": "#/components/parameters/NotionVersion",
              },
            ],
            "responses": {
              "200": {
                "content": {
                  "application/json": {
                    "examples": {
                      "page": {
                        "$ref": "#/components/examples/Example",
                      },
                    },
                    "schema": {
                      "$ref": "#/components/schemas/Page",
                    },
                  },
                },
                "description": "A page.",
              },
            },
          },
        },
      },
    }
  `);
});
