import { describe, expect, test } from "vitest";
import { textOf } from "../src/bodies.ts";
import type { Schema } from "../src/schema.ts";

const tree: Schema = { type: "object", properties: { below: { $ref: "#/Tree" }, leaf: { $ref: "#/Leaf" } } };
const text = (leaf: Schema) =>
  textOf({ $ref: "#/Tree" }, (ref) => ({ "#/Tree": tree, "#/Leaf": leaf })[ref] ?? {});

describe("the text of a schema", () => {
  test("is the same for what says the same, and ends where schemas refer to themselves", () => {
    expect(text({ type: "string" })).toBe(text({ type: "string" }));
  });

  test("is another one when something far below it differs", () => {
    expect(text({ type: "string" })).not.toBe(text({ type: "number" }));
  });
});
