import type { Bundle } from "../src/bundle.ts";

/** A small bundle with a list, a union with a tag and a shared base, as the real ones have them. */
export const fixture: Bundle = {
  openapi: "3.1.0",
  info: { title: "Shelf", version: "2026-03-11" },
  "x-notional-source-hash": "0",
  paths: {
    "/v1/books/me": { get: { operationId: "getMyBook", summary: "Mine", responses: ok("Book") } },
    "/v1/books/{book_id}": {
      get: {
        operationId: "getBook",
        summary: "A book",
        parameters: [
          {
            name: "book_id",
            in: "path",
            required: true,
            schema: { type: "string", pattern: "^[a-z]+$" },
            example: "moby",
          },
          { name: "page_size", in: "query", schema: { type: "integer", maximum: 100 }, example: 10 },
          {
            name: "tag",
            in: "query",
            schema: { type: "array", items: { type: "string" } },
            example: ["a", "b"],
          },
        ],
        responses: ok("Book"),
      },
      patch: {
        operationId: "updateBook",
        summary: "Change a book",
        parameters: [
          { name: "book_id", in: "path", required: true, schema: { type: "string" }, example: "moby" },
        ],
        requestBody: {
          required: true,
          content: {
            "application/json": {
              schema: {
                type: "object",
                additionalProperties: false,
                properties: { title: { type: "string" } },
              },
              examples: { rename: { $ref: "#/components/examples/Rename" } },
            },
          },
        },
        responses: ok("Book"),
      },
    },
    "/v1/books/{book_id}/cover": {
      post: {
        operationId: "sendCover",
        summary: "Send a cover",
        parameters: [
          { name: "book_id", in: "path", required: true, schema: { type: "string" }, example: "moby" },
        ],
        requestBody: {
          required: true,
          content: {
            "multipart/form-data": {
              schema: { $ref: "#/components/schemas/CoverForm" },
              examples: { cover: { $ref: "#/components/examples/Cover" } },
            },
          },
        },
        responses: ok("Book"),
      },
    },
  },
  components: {
    examples: {
      Cover: { value: { file: "a picture", side: "front" } },
      Rename: { value: { title: "Moby Dick" } },
      ABook: { value: { id: "moby", kind: "novel", novel: {} } },
    },
    schemas: {
      CoverForm: {
        type: "object",
        additionalProperties: false,
        required: ["file"],
        properties: { file: { type: "string", format: "binary" }, side: { const: "front" } },
      },
      Book: {
        oneOf: [{ $ref: "#/components/schemas/Novel" }, { $ref: "#/components/schemas/Atlas" }],
        discriminator: { propertyName: "kind" },
      },
      BookBase: { type: "object", required: ["id"], properties: { id: { type: "string" } } },
      Novel: {
        allOf: [{ $ref: "#/components/schemas/BookBase" }],
        type: "object",
        required: ["type", "novel"],
        properties: {
          type: { const: "novel" },
          novel: { type: "object", properties: { pages: { type: "integer" } } },
        },
      },
      Atlas: {
        allOf: [{ $ref: "#/components/schemas/BookBase" }],
        type: "object",
        required: ["type", "atlas"],
        properties: {
          type: { const: "atlas" },
          atlas: { type: "object", required: ["maps"], properties: { maps: { type: "integer" } } },
        },
      },
    },
  },
};

function ok(schema: string) {
  return {
    "200": {
      description: "Good.",
      content: {
        "application/json": {
          schema: { $ref: `#/components/schemas/${schema}` },
          examples: { a_book: { $ref: "#/components/examples/ABook" } },
        },
      },
    },
  };
}
