import type { OpenAPI3 } from "openapi-typescript";
import { type Operation, operationsOf } from "../operations.ts";
import { placeOf } from "./place.ts";
import { nameOf, propertiesOf, resolve, type Schema } from "./schemas.ts";

/** What a client needs to know of an operation. */
export interface Call {
  id: string;
  /** Where it stands in a client: `["pages", "get"]`. */
  place: string[];
  method: string;
  path: string;
  /** Names of parameters in the query. */
  query: string[];
  body?: {
    contentType: "application/json" | "multipart/form-data";
    schema: string;
    /** Fields that hold bytes. */
    files: string[];
  };
  /** Whether it can be called without parameters. */
  isBare: boolean;
  /** Whether sending it twice leaves what sending it once does. */
  isRepeatable: boolean;
  /** Whether it answers page by page, and goes on from a cursor. */
  isList: boolean;
  /** Names of the schemas that it answers with when all is well. */
  answers: string[];
  summary: string;
  description: string;
}

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
}

type Contents = Record<string, { schema?: Schema }>;

/**
 * The calls of a version, in the order of the document.
 *
 * @throws {Error} when parameters and fields of a body share a name, two operations a place, or a schema has no name
 */
export function callsOf(document: OpenAPI3): Call[] {
  const calls = operationsOf(document).map((operation) => callOf(document, operation));
  const places = new Map<string, string>();
  for (const { id, place } of calls) {
    const other = places.get(place.join("."));
    if (other) throw new Error(`${other} and ${id} are both ${place.join(".")}: see client/place.ts.`);
    places.set(place.join("."), id);
  }
  return calls;
}

function callOf(document: OpenAPI3, { operationId: id, method, path, operation }: Operation): Call {
  const parameters = ((operation.parameters ?? []) as Parameter[]).map((one) => resolve(document, one));
  const inPath = parameters.filter((parameter) => parameter.in === "path");
  const inQuery = parameters.filter((parameter) => parameter.in === "query");
  const body = bodyOf((operation.requestBody?.content ?? {}) as Contents);
  const fields = body ? propertiesOf(document, { $ref: `#/components/schemas/${body.schema}` }) : new Map();
  const shared = [...inPath, ...inQuery].filter(({ name }) => fields.has(name));
  if (shared.length > 0) {
    throw new Error(
      `${id}: ${shared.map(({ name }) => name).join(", ")} is a parameter and a field of the body. ` +
        "A client takes both in one object, so that each needs a name of its own.",
    );
  }
  const answers = answersOf(document, operation.responses as Record<string, { content?: Contents }>);
  const isCursor = (name: string) => inQuery.some((one) => one.name === name) || fields.has(name);
  const isList =
    isCursor("start_cursor") &&
    answers.some((name) =>
      propertiesOf(document, { $ref: `#/components/schemas/${name}` }).has("next_cursor"),
    );
  const capabilities = operation["x-notion-capabilities"] ?? [];
  const readsOnly = capabilities.length > 0 && capabilities.every((name) => name.startsWith("read_"));
  return {
    id,
    place: placeOf(id, path),
    method,
    path,
    query: inQuery.map(({ name }) => name),
    ...(body && { body: { ...body, files: filesOf(fields) } }),
    isBare:
      inPath.length === 0 && inQuery.every(({ required }) => !required) && !operation.requestBody?.required,
    isRepeatable: method === "GET" || method === "DELETE" || (method === "POST" && (readsOnly || isList)),
    isList,
    answers,
    summary: operation.summary ?? id,
    description: operation.description ?? "",
  };
}

function bodyOf(content: Contents) {
  for (const contentType of ["application/json", "multipart/form-data"] as const) {
    const media = content[contentType];
    if (media) return { contentType, schema: schemaName(media.schema) };
  }
  if (Object.keys(content).length > 0) throw new Error(`No body is ${Object.keys(content).join(" or ")}.`);
  return undefined;
}

function filesOf(fields: Map<string, Schema>): string[] {
  return [...fields].filter(([, { format }]) => format === "binary").map(([name]) => name);
}

function answersOf(document: OpenAPI3, responses: Record<string, { content?: Contents }>): string[] {
  return Object.entries(responses)
    .filter(([status]) => status.startsWith("2"))
    .map(([, response]) => resolve(document, response).content?.["application/json"])
    .filter((media) => media !== undefined)
    .map((media) => schemaName(media.schema));
}

function schemaName(schema: Schema | undefined): string {
  const name = nameOf(schema);
  if (!name) throw new Error("A body has a schema without a name: put it into components/schemas.");
  return name;
}
