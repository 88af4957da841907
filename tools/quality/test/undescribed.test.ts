import { expect, test } from "vitest";
import { undescribed } from "../src/undescribed.ts";

test("operations, parameters, responses, headers, schemas and properties, and nothing else", () => {
  const get = {
    parameters: [{ name: "id" }, { $ref: "#/components/parameters/Said" }],
    responses: {
      200: { content: { "application/json": { examples: { one: { value: { properties: { a: {} } } } } } } },
    },
  };
  const Page = {
    description: "A page.",
    properties: {
      id: { $ref: "#/components/schemas/Id" },
      properties: { description: "Values.", properties: { items: { type: "string" } } },
      title: {},
    },
  };
  const document = {
    paths: { "/a": { get }, "/b": { get: { description: "Said." } } },
    components: {
      schemas: { Id: { description: "An id.", examples: [{ properties: { a: {} } }] }, Page },
      parameters: { Said: { name: "said", description: "Said." } },
      headers: { Silent: {} },
    },
  };
  expect(undescribed(document)).toEqual([
    "#/paths//a/get",
    "#/paths//a/get/parameters/0",
    "#/paths//a/get/responses/200",
    "#/components/schemas/Page/properties/properties/properties/items",
    "#/components/schemas/Page/properties/title",
    "#/components/headers/Silent",
  ]);
});
