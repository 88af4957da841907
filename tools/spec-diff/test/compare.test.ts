import type { JsonObject } from "@notional/redocly-plugin";
import { beforeAll, describe, expect, test } from "vitest";
import type { Change, Step } from "../src/change.ts";
import { largest } from "../src/change.ts";
import { compare, compareDocuments } from "../src/compare.ts";
import { table } from "./table.ts";

/** Redocly starts a process. */
const TIMEOUT = 60_000;

const json = (schema: JsonObject): JsonObject => ({ content: { "application/json": { schema } } });

function operation(operationId: string, request?: JsonObject, response: JsonObject = {}): JsonObject {
  return {
    operationId,
    ...(request && { requestBody: { required: true, ...json(request) } }),
    responses: { "200": { description: "Done.", ...json(response) } },
  };
}

function documentOf(paths: JsonObject, more: JsonObject = {}): JsonObject {
  return { openapi: "3.1.0", info: { title: "Things", version: "1" }, paths, ...more };
}

/** One document of all rows: each schema is sent, received and both, where it stands and through references. */
function documentOfRows(side: 1 | 2): JsonObject {
  const paths: JsonObject = {};
  const schemas: JsonObject = {};
  for (const [index, row] of table.entries()) {
    const schema = row[side];
    schemas[`Sent${index}`] = schema;
    schemas[`Received${index}`] = schema;
    schemas[`Both${index}`] = schema;
    schemas[`Held${index}`] = schema;
    schemas[`Holder${index}`] = {
      type: "object",
      properties: { held: { oneOf: [{ $ref: `#/components/schemas/Held${index}` }, { type: "null" }] } },
    };
    const ref = (name: string) => ({ $ref: `#/components/schemas/${name}${index}` });
    paths[`/${index}/sent`] = { post: operation(`sent${index}`, schema) };
    paths[`/${index}/sent-by-reference`] = { post: operation(`sentByReference${index}`, ref("Sent")) };
    paths[`/${index}/received`] = { get: operation(`received${index}`, undefined, schema) };
    paths[`/${index}/received-by-reference`] = {
      get: operation(`receivedByReference${index}`, undefined, ref("Received")),
    };
    paths[`/${index}/both`] = { post: operation(`both${index}`, ref("Both"), ref("Both")) };
    paths[`/${index}/held`] = { post: operation(`held${index}`, ref("Holder")) };
  }
  return documentOf(paths, { components: { schemas } });
}

describe("schemas", () => {
  let changes: Change[] = [];
  beforeAll(async () => {
    changes = await compareDocuments(documentOfRows(1), documentOfRows(2));
  }, TIMEOUT);

  const stepOf = (operationId: string) =>
    largest(changes.filter(({ operations }) => operations.includes(operationId)).map(({ step }) => step));

  test.each(table.map(([what, , , request, response], index) => ({ what, request, response, index })))(
    "$what: $request in a request, $response in a response",
    ({ request, response, index }) => {
      const steps = {
        sent: stepOf(`sent${index}`),
        sentByReference: stepOf(`sentByReference${index}`),
        held: stepOf(`held${index}`),
        received: stepOf(`received${index}`),
        receivedByReference: stepOf(`receivedByReference${index}`),
        both: stepOf(`both${index}`),
      };
      expect(steps).toEqual({
        sent: request,
        sentByReference: request,
        held: request,
        received: response,
        receivedByReference: response,
        both: largest([request, response]),
      });
    },
  );
});

const text = { type: "string" };
const query = (required: boolean, schema: JsonObject = text) => ({
  name: "q",
  in: "query",
  required,
  schema,
});
const withParameters = (...parameters: JsonObject[]) =>
  documentOf({ "/things": { get: { ...operation("listThings"), parameters } } });
const withOperation = (more: JsonObject) =>
  documentOf({ "/things": { get: { ...operation("listThings"), ...more } } });
const plain = documentOf({ "/things": { get: operation("listThings") } });
const capabilities = (...names: string[]) => withOperation({ "x-notion-capabilities": names });
const statuses = (...codes: string[]) =>
  withOperation({ responses: Object.fromEntries(codes.map((code) => [code, { description: code }])) });
const webhook = (schema: JsonObject) =>
  ({ ...plain, webhooks: { "thing.made": { post: operation("onThingMade", schema) } } }) as JsonObject;
const made = { type: "object", properties: { id: text } };

describe("operations", () => {
  const rows: [string, JsonObject, JsonObject, Step][] = [
    ["an operation is added", documentOf({}), plain, "minor"],
    ["an operation is removed", plain, documentOf({}), "major"],
    ["an operationId changes", plain, withOperation({ operationId: "things" }), "major"],
    ["an optional parameter is added", withParameters(), withParameters(query(false)), "minor"],
    ["a required parameter is added", withParameters(), withParameters(query(true)), "major"],
    ["a parameter becomes required", withParameters(query(false)), withParameters(query(true)), "major"],
    ["a parameter is removed", withParameters(query(false)), withParameters(), "major"],
    [
      "a parameter takes less",
      withParameters(query(false)),
      withParameters(query(false, { ...text, maxLength: 5 })),
      "major",
    ],
    ["a status is added", statuses("200"), statuses("200", "404"), "minor"],
    ["a status is removed", statuses("200", "404"), statuses("200"), "major"],
    ["a capability is asked for", plain, capabilities("read"), "major"],
    ["another capability is asked for", capabilities("read"), capabilities("read", "write"), "major"],
    ["a capability is no longer asked for", capabilities("read"), plain, "minor"],
    ["a summary changes", plain, withOperation({ summary: "Lists things." }), "patch"],
    ["the document is described", plain, { ...plain, tags: [{ name: "Things" }] }, "patch"],
    ["a webhook is added", plain, webhook(made), "minor"],
    ["a webhook is removed", webhook(made), plain, "major"],
    ["a delivery always has more", webhook(made), webhook({ ...made, required: ["id"] }), "minor"],
    ["a delivery need not have what it had", webhook({ ...made, required: ["id"] }), webhook(made), "major"],
  ];
  test.concurrent.each(rows)(
    "%s",
    async (_what, before, after, step) => {
      const changes = await compareDocuments(before, after);
      expect(largest(changes.map((change) => change.step))).toBe(step);
    },
    TIMEOUT,
  );
});

describe("a change", () => {
  const things = (properties: JsonObject) => {
    const Thing = { type: "object", properties };
    const ref = { $ref: "#/components/schemas/Thing" };
    return documentOf(
      {
        "/things": { post: operation("makeThing", ref), get: operation("listThings") },
        "/things/last": { get: operation("lastThing", undefined, { type: "array", items: ref }) },
      },
      { components: { schemas: { Thing } } },
    );
  };

  test(
    "says what, where and who is concerned",
    async () => {
      const before = things({ kind: { type: "string", const: "a" }, name: text });
      const after = things({
        kind: choice("a", "b"),
        name: { ...text, maxLength: 9 },
        size: { type: "integer" },
      });
      expect(await compareDocuments(before, after)).toEqual([
        {
          step: "major",
          text: "`Thing`: Enum of `kind` gained values: 'b'.",
          pointer: "#/components/schemas/Thing/properties/kind/enum",
          operations: ["makeThing", "lastThing"],
        },
        {
          step: "major",
          text: "`Thing`: `maxLength` of `name` was set to '9'.",
          pointer: "#/components/schemas/Thing/properties/name/maxLength",
          operations: ["makeThing", "lastThing"],
        },
        {
          step: "minor",
          text: "Property `size` of `Thing` was added.",
          pointer: "#/components/schemas/Thing/properties/size",
          operations: ["makeThing", "lastThing"],
        },
      ]);
    },
    TIMEOUT,
  );

  test(
    "of a name breaks who imports its type",
    async () => {
      const before = things({});
      const after = JSON.parse(JSON.stringify(before).replaceAll('Thing"', 'Something"')) as JsonObject;
      const changes = await compareDocuments(before, after);
      expect(changes).toContainEqual({
        step: "major",
        text: "Schema `Thing` was removed.",
        pointer: "#/components/schemas/Thing",
        operations: ["makeThing", "lastThing"],
      });
    },
    TIMEOUT,
  );

  test("of nothing is none, whatever the order of keys", async () => {
    const turned = Object.fromEntries(Object.entries(plain).reverse());
    expect(await compareDocuments(plain, turned)).toEqual([]);
  });

  test("versions come and go as a whole", async () => {
    const old = new Map([["2025-01-01", plain]]);
    const young = new Map([["2026-01-01", plain]]);
    const whole = (what: string) => ({ text: `The document of ${what}.`, pointer: "#", operations: [] });
    expect(await compare(old, young)).toEqual([
      { name: "2026-01-01", changes: [{ step: "minor", ...whole("2026-01-01 is new") }] },
      { name: "2025-01-01", changes: [{ step: "major", ...whole("2025-01-01 is gone") }] },
    ]);
  });
});

function choice(...values: string[]): JsonObject {
  return { type: "string", enum: values };
}
