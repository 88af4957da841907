import { expect, test } from "vitest";
import type { JsonObject } from "../src/json.ts";
import { separateLists } from "../src/untagged-lists.ts";

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const member = (tag: string) => ({ type: "object", properties: { type: { const: tag }, [tag]: {} } });
const list = { type: "array", items: {} };

test("a list beside tagged objects has no tag", () => {
  const schemas = {
    Value: { oneOf: [ref("Title"), ref("Number"), ref("Bare")] },
    Title: member("title"),
    Number: member("number"),
    Bare: list,
  };
  separateLists(schemas);
  expect(schemas).toEqual({
    Value: {
      oneOf: [
        ref("Title"),
        ref("Number"),
        { allOf: [{ type: "object", properties: { type: false } }, ref("Bare")] },
      ],
    },
    Title: member("title"),
    Number: member("number"),
    Bare: list,
  });
});

test("a union without a tag, or without a list, stays", () => {
  const union = (...members: JsonObject[]): JsonObject => ({ oneOf: members });
  const schemas = () => ({
    Open: union({ type: "object", properties: { id: {} } }, list),
    Mixed: union(member("title"), { type: "object" }, list),
    Tagged: union(member("title"), member("number")),
    Lists: union(list, { type: "string" }),
  });
  const changed = schemas();
  separateLists(changed);
  expect(changed).toEqual(schemas());
});
