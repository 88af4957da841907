import type { Json, JsonObject } from "@notional/redocly-plugin";
import { expect, test } from "vitest";
import { checkExamples } from "../src/examples/check-examples.ts";

const PERSON = {
  type: "object",
  required: ["type", "name"],
  properties: { type: { const: "person" }, name: { type: "string" } },
};
const BOT = {
  type: "object",
  required: ["type"],
  properties: { type: { const: "bot" }, owner: { $ref: "#/components/schemas/User" } },
};

const SCHEMAS: JsonObject = {
  Person: PERSON,
  Bot: BOT,
  User: {
    oneOf: [{ $ref: "#/components/schemas/Person" }, { $ref: "#/components/schemas/Bot" }],
    discriminator: {
      propertyName: "type",
      mapping: { person: "#/components/schemas/Person", bot: "#/components/schemas/Bot" },
    },
  },
  PartialUser: { type: "object", additionalProperties: false, properties: { id: { type: "string" } } },
  Base: { type: "object", properties: { id: { type: "string" } } },
  Page: { allOf: [{ $ref: "#/components/schemas/Base" }], properties: { title: { type: "string" } } },
  Free: { type: "object" },
};

/** What is said of a value that is the example of a response with this schema. */
async function check(schema: JsonObject, value: Json): Promise<string[]> {
  const content = { "application/json": { schema, examples: { it: { value } } } };
  const document = {
    paths: { "/": { get: { responses: { "200": { content } } } } },
    components: { schemas: SCHEMAS },
  };
  const place = "#/paths/~1/get/responses/200/content/application~1json/examples/it/value";
  const findings = await checkExamples(document);
  return findings.map(({ message, pointer }) => `${pointer.replace(place, "")}: ${message}`);
}

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

test("open schemas are closed at the whole, however it is composed", async () => {
  expect(await check(ref("Page"), { id: "a", title: "b" })).toEqual([]);
  expect(await check(ref("Page"), { id: "a", titel: "b" })).toEqual(["/titel: `titel` is not in the schema"]);
  expect(await check(ref("User"), { type: "bot", name: "R" })).toEqual([
    "/name: `name` is not in the schema",
  ]);
});

test("what says nothing of its fields stays free", async () => {
  expect(await check(ref("Free"), { anything: 1 })).toEqual([]);
  expect(await check({ type: "object", additionalProperties: ref("Base") }, { a: { id: "b" } })).toEqual([]);
});

test("of a union, only the member that is meant speaks", async () => {
  expect(await check(ref("User"), { type: "person" })).toEqual([
    ": the value must have required property 'name'",
  ]);
  expect(await check(ref("User"), { type: "bot", owner: { type: "person", name: 1 } })).toEqual([
    "/owner/name: `owner.name` must be string",
  ]);
  const either = { oneOf: [ref("Page"), ref("PartialUser")] };
  expect(await check(either, { id: "a", title: 1 })).toEqual(["/title: `title` must be string"]);
});

test("null does not pass a union because it has no tag", async () => {
  const nullable = { oneOf: [ref("User"), { type: "null" }] };
  expect(await check(nullable, null)).toEqual([]);
  expect(await check(ref("User"), null)).not.toEqual([]);
});

test("a value that fits two members", async () => {
  expect(await check({ oneOf: [ref("Base"), ref("PartialUser")] }, { id: "a" })).toEqual([
    ": the value fits more than one member of the union",
  ]);
});

test("formats", async () => {
  expect(await check({ type: "string", format: "uuid" }, "no")).toEqual([
    ': the value must match format "uuid"',
  ]);
});

test("documents that are checked at once, each by its own schemas", async () => {
  const both = await Promise.all([
    check(ref("Page"), { id: 1 }),
    check(ref("User"), { type: "person", name: 1 }),
  ]);
  expect(both).toEqual([["/id: `id` must be string"], ["/name: `name` must be string"]]);
});
