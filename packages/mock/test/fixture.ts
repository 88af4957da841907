import type { Bundle } from "../src/index.ts";

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: object, examples: Record<string, unknown>) => ({
  "application/json": {
    schema,
    examples: Object.fromEntries(Object.entries(examples).map(([key, value]) => [key, { value }])),
  },
});
const closed = (properties: object, required = Object.keys(properties)) => ({
  type: "object",
  additionalProperties: false,
  required,
  properties,
});

export const ID = "16d84278-ab0e-484c-9bdd-b35da3bd8905";
export const errorExample = {
  object: "error",
  status: 404,
  code: "object_not_found",
  message: "Could not find it.",
  request_id: "5e8d1c7a-40b2-4f96-8a3d-000000000001",
};

const DIVIDER = { type: "divider", divider: {} };

/**
 * A document in the style of the spec, small enough to see: recursion, a union by tag, open bases that are
 * closed by their users, `null` among types, `const`s, a list in the query, and one example that is wrong.
 */
export const fixture = {
  openapi: "3.1.0",
  info: { title: "Fixture", version: "2026-03-11" },
  servers: [{ url: "https://api.notion.com" }],
  security: [{ bearerAuth: [] }],
  paths: {
    "/v1/blocks/{block_id}": {
      get: {
        operationId: "getBlock",
        parameters: [
          { name: "block_id", in: "path", required: true, schema: ref("Id") },
          { name: "fields", in: "query", explode: true, schema: ref("Fields") },
          { name: "page_size", in: "query", schema: { type: "integer", minimum: 1, maximum: 100 } },
        ],
        responses: {
          "200": {
            description: "A block.",
            headers: { "x-notion-request-id": { schema: ref("Id") } },
            content: json(ref("Block"), {
              heading: { type: "heading", heading: { text: "Beans", children: [] } },
              broken: { type: "heading", heading: { text: 5 } },
            }),
          },
          "404": { description: "None.", content: json(ref("Error"), { object_not_found: errorExample }) },
          "429": {
            description: "Too many.",
            headers: { "Retry-After": { schema: { type: "integer" }, example: 12 } },
            content: json(ref("Error"), { rate_limited: { ...errorExample, status: 429 } }),
          },
        },
      },
      delete: { operationId: "deleteBlock", responses: { "204": { description: "Gone." } } },
    },
    // Only the schema allows "made up", so an answer tells where it came from. Nothing here recurses: what the
    // faker of Prism makes of recursion is left to chance, and now and then it fails.
    "/v1/mark": {
      get: {
        operationId: "getMark",
        responses: {
          "200": {
            description: "A mark.",
            content: json(closed({ mark: { const: "made up" } }), { shown: { mark: "shown" } }),
          },
        },
      },
    },
    "/v1/token": {
      post: {
        operationId: "createToken",
        security: [{ basicAuth: [] }],
        responses: { "200": { description: "A token.", content: json(ref("Block"), { divider: DIVIDER }) } },
      },
    },
    "/v1/events": {
      post: {
        operationId: "createEvents",
        responses: {
          "200": {
            description: "Events.",
            content: {
              ...json(ref("Block"), { divider: DIVIDER }),
              "text/event-stream": {
                schema: { type: "string" },
                examples: { stream: { value: "event: end\ndata: {}\n\n" } },
              },
            },
          },
          "404": { description: "None.", content: json(ref("Error"), { object_not_found: errorExample }) },
        },
      },
    },
    "/v1/blocks": {
      post: {
        operationId: "createBlock",
        requestBody: { required: true, content: json(ref("CreateBlockBody"), {}) },
        responses: {
          "200": {
            description: "The block.",
            content: json(ref("Block"), { divider: { type: "divider", divider: {} } }),
          },
          "400": {
            description: "Wrong.",
            content: json(ref("Error"), {
              validation_error: { ...errorExample, status: 400, code: "validation_error" },
            }),
          },
        },
      },
    },
  },
  components: {
    securitySchemes: {
      bearerAuth: { type: "http", scheme: "bearer" },
      basicAuth: { type: "http", scheme: "basic" },
    },
    schemas: {
      Id: { type: "string", format: "uuid" },
      Fields: { type: "array", maxItems: 2, items: { type: "string" } },
      Error: { type: "object", required: ["object", "status", "code", "message"] },
      BlockBase: { type: "object", properties: { note: { type: ["string", "null"], maxLength: 5 } } },
      HeadingBlock: {
        allOf: [ref("BlockBase")],
        type: "object",
        unevaluatedProperties: false,
        required: ["heading"],
        properties: {
          type: { const: "heading" },
          heading: closed({ text: { type: "string" }, children: { type: "array", items: ref("Block") } }, [
            "text",
          ]),
        },
      },
      DividerBlock: {
        allOf: [ref("BlockBase")],
        type: "object",
        unevaluatedProperties: false,
        required: ["divider"],
        properties: { type: { const: "divider" }, divider: closed({}) },
      },
      Block: {
        oneOf: [ref("HeadingBlock"), ref("DividerBlock")],
        discriminator: {
          propertyName: "type",
          mapping: {
            heading: "#/components/schemas/HeadingBlock",
            divider: "#/components/schemas/DividerBlock",
          },
        },
      },
      PageFilter: closed({ value: { const: "page" } }),
      DataSourceFilter: closed({ value: { const: "data_source" } }),
      Filter: { oneOf: [ref("PageFilter"), ref("DataSourceFilter")] },
      Where: { type: "object", required: ["parent"], properties: { parent: closed({ page_id: ref("Id") }) } },
      CreateBlockBody: {
        allOf: [ref("Where")],
        type: "object",
        unevaluatedProperties: false,
        properties: {
          children: { type: "array", maxItems: 2, items: ref("Block") },
          color: { enum: ["red", "blue"] },
          count: { type: ["integer", "null"], minimum: 1 },
          filter: ref("Filter"),
        },
      },
    },
  },
} satisfies Bundle & Record<string, unknown>;
