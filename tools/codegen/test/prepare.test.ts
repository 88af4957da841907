import type { OpenAPI3 } from "openapi-typescript";
import { expect, test } from "vitest";
import { prepare } from "../src/prepare.ts";

/** A document with these schemas, prepared; the schemas of the result. */
function prepareSchemas(schemas: object): unknown {
  const document = { openapi: "3.1.0", info: { title: "", version: "" }, components: { schemas } };
  return prepare(document as unknown as OpenAPI3).components?.schemas;
}

test("a discriminator goes, a property of that name stays", () => {
  const members = [{ $ref: "#/components/schemas/Cat" }];
  const discriminator = { propertyName: "type", mapping: { cat: "#/components/schemas/Cat" } };
  const properties = { discriminator: { type: "string" } };
  expect(
    prepareSchemas({ Pet: { oneOf: members, discriminator }, Cat: { type: "object", properties } }),
  ).toEqual({
    Pet: { oneOf: members },
    Cat: { type: "object", properties },
  });
});

test("exactly one of the required names: the others are ruled out", () => {
  const b = { required: ["b"], type: "object", properties: { b: {} } };
  expect(prepareSchemas({ Choice: { oneOf: [{ required: ["a"] }, b] } })).toEqual({
    Choice: {
      oneOf: [
        { required: ["a"], properties: { a: true, b: false } },
        { required: ["b"], properties: { a: false, b: true } },
      ],
    },
  });
});

test("exactly one property: each alone, with its type, the others ruled out", () => {
  const properties = { a: { type: "string" }, b: { type: "number" } };
  const Condition = {
    description: "A test.",
    type: "object",
    additionalProperties: false,
    minProperties: 1,
    maxProperties: 1,
    properties,
  };
  expect(prepareSchemas({ Condition })).toEqual({
    Condition: {
      description: "A test.",
      oneOf: [
        { type: "object", required: ["a"], properties: { a: { type: "string" }, b: false } },
        { type: "object", required: ["b"], properties: { a: false, b: { type: "number" } } },
      ],
    },
  });
});

test("at least one of the required names: they have their types, the others are left open", () => {
  const properties = { a: { type: "string" }, b: { type: "string" } };
  expect(
    prepareSchemas({
      Choice: { type: "object", properties, anyOf: [{ required: ["a"] }, { required: ["b"] }] },
    }),
  ).toEqual({
    Choice: {
      type: "object",
      properties,
      oneOf: [
        { required: ["a"], properties: { a: properties.a } },
        { required: ["b"], properties: { b: properties.b } },
      ],
    },
  });
});

test("not all of the required names: one of them is ruled out", () => {
  expect(
    prepareSchemas({ Content: { allOf: [{ not: { required: ["a", "b"] } }, { not: { type: "null" } }] } }),
  ).toEqual({
    Content: {
      allOf: [
        { oneOf: [{ properties: { a: false } }, { properties: { b: false } }] },
        { not: { type: "null" } },
      ],
    },
  });
});

test("a union of anything else stays as it is", () => {
  const Union = { anyOf: [{ required: ["a"], properties: { a: { const: 1 } } }, { required: ["b"] }] };
  expect(prepareSchemas({ Union })).toEqual({ Union });
});

test("the examples of a schema stay, those of a body go", () => {
  const content = { "application/json": { schema: { examples: [1] }, examples: { one: { value: 1 } } } };
  const response = { description: "", content };
  const document = {
    openapi: "3.1.0",
    info: { title: "", version: "" },
    components: { responses: { Ok: response } },
  };
  expect(prepare(document as unknown as OpenAPI3).components?.responses).toEqual({
    Ok: { description: "", content: { "application/json": { schema: { examples: [1] } } } },
  });
});

test("a constant is not described by its value", () => {
  const kind = { description: "Always `page`.", type: "string", const: "page" };
  const status = { description: "What the server answered.", type: "integer", const: 404 };
  expect(prepareSchemas({ A: { properties: { kind, status } } })).toEqual({
    A: { properties: { kind: { type: "string", const: "page" }, status } },
  });
});

test("the given document is left alone", () => {
  const document = {
    openapi: "3.1.0",
    info: { title: "", version: "" },
    components: { schemas: { A: { oneOf: [] } } },
  };
  const before = structuredClone(document);
  prepare(document as unknown as OpenAPI3);
  expect(document).toEqual(before);
});
