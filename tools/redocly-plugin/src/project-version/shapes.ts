/**
 * Where OpenAPI 3.1 keeps which object. The projector copies a document along these shapes, so that it
 * never mistakes an example value for a schema.
 */
export type Kind =
  | "document"
  | "pathItem"
  | "operation"
  | "parameter"
  | "requestBody"
  | "response"
  | "mediaType"
  | "header"
  | "example"
  | "callback"
  | "link"
  | "schema";

export interface Child {
  kind: Kind;
  holds: "one" | "list" | "map";
}

const one = (kind: Kind): Child => ({ kind, holds: "one" });
const list = (kind: Kind): Child => ({ kind, holds: "list" });
const map = (kind: Kind): Child => ({ kind, holds: "map" });

export const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;

const parameter = { schema: one("schema"), content: map("mediaType"), examples: map("example") };

export const SHAPES: Record<Kind, Record<string, Child>> = {
  document: { paths: map("pathItem"), webhooks: map("pathItem") },
  pathItem: {
    parameters: list("parameter"),
    ...Object.fromEntries(METHODS.map((method) => [method, one("operation")])),
  },
  operation: {
    parameters: list("parameter"),
    requestBody: one("requestBody"),
    responses: map("response"),
    callbacks: map("callback"),
  },
  parameter,
  header: parameter,
  requestBody: { content: map("mediaType") },
  response: { headers: map("header"), content: map("mediaType"), links: map("link") },
  mediaType: { schema: one("schema"), examples: map("example") },
  example: {},
  callback: {},
  link: {},
  schema: {
    properties: map("schema"),
    patternProperties: map("schema"),
    dependentSchemas: map("schema"),
    $defs: map("schema"),
    allOf: list("schema"),
    oneOf: list("schema"),
    anyOf: list("schema"),
    prefixItems: list("schema"),
    items: one("schema"),
    contains: one("schema"),
    additionalProperties: one("schema"),
    unevaluatedProperties: one("schema"),
    unevaluatedItems: one("schema"),
    contentSchema: one("schema"),
    propertyNames: one("schema"),
    not: one("schema"),
    if: one("schema"),
    // biome-ignore lint/suspicious/noThenProperty: JSON Schema's own keyword
    then: one("schema"),
    else: one("schema"),
  },
};

/** What each section of `components` holds. Security schemes are not here: they are reached by name. */
export const SECTIONS: Record<string, Kind> = {
  schemas: "schema",
  parameters: "parameter",
  responses: "response",
  requestBodies: "requestBody",
  headers: "header",
  examples: "example",
  callbacks: "callback",
  links: "link",
  pathItems: "pathItem",
};
