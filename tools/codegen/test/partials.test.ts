import { expect, test } from "vitest";
import type { JsonObject } from "../src/json.ts";
import { separatePartials } from "../src/partials.ts";

function ref(name: string): { $ref: string } {
  return { $ref: `#/components/schemas/${name}` };
}

const base = { type: "object", required: ["id", "parent"], properties: { id: {}, parent: {} } };

function partial(): JsonObject {
  return { type: "object", additionalProperties: false, required: ["id"], properties: { id: {} } };
}

test("a partial object has nothing of what the full one always has", () => {
  const schemas = { Union: { oneOf: [ref("Page"), ref("PartialPage")] }, Page: base, PartialPage: partial() };
  separatePartials(schemas);
  expect(schemas.PartialPage).toEqual({ ...partial(), properties: { parent: false, id: {} } });
  expect(schemas.Page).toEqual(base);
});

test("also where the full one is a union, or made of parts", () => {
  const member = (tag: string) => ({
    allOf: [ref("Base")],
    required: ["type", tag],
    properties: { [tag]: {} },
  });
  const schemas = {
    BlockOrPartial: { oneOf: [ref("Block"), ref("PartialBlock")] },
    Block: { oneOf: [ref("Paragraph"), ref("Quote")] },
    Paragraph: member("paragraph"),
    Quote: member("quote"),
    Base: base,
    PartialBlock: partial(),
  };
  separatePartials(schemas);
  expect(schemas.PartialBlock.properties).toEqual({ type: false, parent: false, id: {} });
});

test("requests, which are all closed, stay as they are", () => {
  const schemas = {
    Union: { oneOf: [ref("A"), ref("B")] },
    A: partial(),
    B: { ...partial(), required: ["b"] },
  };
  const before = structuredClone(schemas);
  separatePartials(schemas);
  expect(schemas).toEqual(before);
});
