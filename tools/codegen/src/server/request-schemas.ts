import type { OpenAPI3 } from "openapi-typescript";
import { isObject, type Json, type JsonObject } from "../json.ts";
import { operationsOf } from "../operations.ts";

/** What one operation takes, as three JSON Schemas; `body` only where there is one of JSON. */
export interface RequestSchemas {
  operationId: string;
  path: JsonObject;
  query: JsonObject;
  body?: { required: boolean; schema: Json };
  /** Query parameters that are something else than the text they come as. */
  read: Record<string, "number" | "boolean" | "array">;
  /** Where blocks come in the body, and how many. */
  blocks: { key: string; maxNesting: number; maxBlocks: number }[];
  /** Names of path parameters that are ids of objects, and so have two spellings. */
  ids: string[];
}

const ID = "#/components/schemas/IdRequest";

/** The parameters of each operation as closed objects, and its body. `$ref`s stay. */
export function requestSchemas(document: OpenAPI3): RequestSchemas[] {
  return operationsOf(document).map(({ operationId, operation }) => {
    const parameters = (operation.parameters ?? []).map((parameter) =>
      resolve(document, parameter as unknown as Json),
    );
    const content = operation.requestBody?.content["application/json"];
    const body =
      content === undefined
        ? {}
        : { body: { required: operation.requestBody?.required === true, schema: content.schema as Json } };
    const inPath = parameters.filter((parameter) => parameter.in === "path");
    const inQuery = parameters.filter((parameter) => parameter.in === "query");
    const ids = inPath.filter(({ schema }) => isObject(schema) && schema.$ref === ID);
    return {
      operationId,
      path: asObject(inPath),
      query: asObject(inQuery),
      ...body,
      read: Object.fromEntries(inQuery.flatMap(({ name, schema }) => reading(String(name), schema))),
      blocks: content ? blockLimits(resolve(document, content.schema as Json)) : [],
      ids: ids.map(({ name }) => String(name)),
    };
  });
}

const READ_AS = { integer: "number", number: "number", boolean: "boolean", array: "array" } as const;

function reading(name: string, schema: Json | undefined): [string, "number" | "boolean" | "array"][] {
  const type = isObject(schema) ? schema.type : undefined;
  return typeof type === "string" && type in READ_AS ? [[name, READ_AS[type as keyof typeof READ_AS]]] : [];
}

function blockLimits(body: JsonObject): RequestSchemas["blocks"] {
  const properties = isObject(body.properties) ? body.properties : {};
  return Object.entries(properties).flatMap(([key, schema]) => {
    const maxNesting = isObject(schema) ? schema["x-notion-max-nesting"] : undefined;
    const maxBlocks = isObject(schema) ? schema["x-notion-max-blocks"] : undefined;
    return typeof maxNesting === "number" && typeof maxBlocks === "number"
      ? [{ key, maxNesting, maxBlocks }]
      : [];
  });
}

function asObject(parameters: JsonObject[]): JsonObject {
  const required = parameters.filter((parameter) => parameter.required === true);
  return {
    type: "object",
    additionalProperties: false,
    properties: Object.fromEntries(parameters.map(({ name, schema }) => [String(name), schema ?? true])),
    required: required.map(({ name }) => String(name)),
  };
}

function resolve(document: OpenAPI3, node: Json): JsonObject {
  if (!isObject(node)) throw new Error("A parameter is not an object.");
  if (typeof node.$ref !== "string") return node;
  const found = node.$ref
    .slice(2)
    .split("/")
    .reduce<Json | undefined>(
      (inner, key) => (isObject(inner) ? inner[key] : undefined),
      document as unknown as Json,
    );
  if (!isObject(found)) throw new Error(`${node.$ref} is not in the document.`);
  return found;
}
