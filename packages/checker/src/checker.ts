import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import {
  type Bundle,
  deref,
  escapePointer,
  type Operation,
  operationsOf,
  type Parameter,
  type Schema,
  type Webhook,
} from "./bundle.ts";
import { closeObjects } from "./close.ts";
import { parseEventStream } from "./event-stream.ts";
import { explain, type Problem } from "./explain.ts";
import { schemaPointers } from "./pointers.ts";
import { createRouter } from "./route.ts";

/** A request as it went over the wire. */
export interface RecordedRequest {
  method: string;
  /** Without the query. */
  path: string;
  query: [name: string, value: string][];
  headers: Record<string, string>;
  /** The parsed JSON or the fields of a form, or undefined when there was no body. */
  body?: unknown;
}

/** A response as it went over the wire. */
export interface RecordedResponse {
  status: number;
  headers: Record<string, string>;
  /** The parsed JSON, or the text of a stream. */
  body: unknown;
}

/** Holds requests and responses to the bundle of one version. */
export interface Checker {
  bundle: Bundle;
  operations: Operation[];
  /** Which operation a request is for, if the version has it. */
  operationOf(request: Pick<RecordedRequest, "method" | "path">): Operation | undefined;
  /**
   * What a schema of the bundle finds wrong with a value.
   *
   * @param pointer where the schema is, `/components/schemas/Page`
   */
  check(pointer: string, value: unknown): Problem[];
  /** What the bundle finds wrong with a request; empty when it accepts it. */
  checkRequest(request: RecordedRequest): Problem[];
  /** What the bundle finds wrong with the answer to an operation, undeclared fields included. */
  checkResponse(operation: Operation, response: RecordedResponse): Problem[];
  /** What the bundle finds wrong with the body of a delivery to a webhook, undeclared fields included. */
  checkDelivery(webhook: Webhook, body: unknown): Problem[];
}

/**
 * Makes a checker of a bundle. Schemas are compiled when they are first needed.
 *
 * @param bundle the document of one version
 * @param options.allErrors whether to look on after the first problem; without it, a check is several times faster
 */
export function createChecker(bundle: Bundle, { allErrors = true } = {}): Checker {
  const operations = operationsOf(bundle);
  const route = createRouter(operations);
  const ajv = addFormats.default(
    new Ajv2020({ strict: false, allErrors, verbose: true, validateSchema: false }),
  );
  const closed = closeObjects(bundle);
  ajv.addSchema(closed as object, "bundle");
  // Only failures ask where a schema stands.
  let pointers: Map<unknown, string> | undefined;
  const pointerOf = (schema: unknown) => {
    pointers ??= schemaPointers(closed);
    return pointers.get(schema);
  };

  const compiled = new Map<string, ValidateFunction>();
  function validate(pointer: string, value: unknown): Problem[] {
    let validator = compiled.get(pointer);
    if (!validator) {
      validator = ajv.compile({ $ref: `bundle#${encodeURI(pointer)}` });
      compiled.set(pointer, validator);
    }
    return validator(value) ? [] : explain(validator.errors ?? [], pointerOf);
  }

  const compiledParameters = new Map<Parameter, ValidateFunction>();
  function validatorOf(parameter: Parameter): ValidateFunction {
    let validator = compiledParameters.get(parameter);
    if (!validator) {
      validator = ajv.compile(withRefs(parameter.schema ?? {}));
      compiledParameters.set(parameter, validator);
    }
    return validator;
  }

  function checkParameters(
    operation: Operation,
    request: RecordedRequest,
    params: Record<string, string>,
  ): Problem[] {
    const declared = new Map(
      operation.parameters.map((parameter) => [`${parameter.in}.${parameter.name}`, parameter]),
    );
    const undeclared = request.query
      .filter(([name]) => !declared.has(`query.${name}`))
      .map(([name]) => ({ at: `query.${name}`, message: "is not declared", schema: operation.pointer }));
    const problems = operation.parameters.flatMap((parameter) => {
      const at = `${parameter.in}.${parameter.name}`;
      const value = parameterValue(parameter, request, params);
      if (value === undefined) {
        return parameter.required ? [{ at, message: "is required", schema: operation.pointer }] : [];
      }
      const check = validatorOf(parameter);
      return check(value)
        ? []
        : explain(check.errors ?? [], pointerOf).map((problem) => ({ ...problem, at }));
    });
    return [...undeclared, ...problems];
  }

  /** Each event by itself: its data fits the schema of the content, and its name is the type within. */
  function checkEvents(stream: Schema | undefined, text: string): Problem[] {
    const { contentSchema } = deref(bundle, stream ?? {}) as { contentSchema?: { $ref?: string } };
    const schema = contentSchema?.$ref?.slice(1) ?? "";
    const events = parseEventStream(text);
    if (events.length === 0) return [{ at: "/", message: "has no events", schema }];
    return events.flatMap(({ event, data }, index) => {
      const at = `/${index}`;
      const value = parseJson(data);
      if (value === undefined) return [{ at, message: "is not JSON", schema }];
      const problems = validate(schema, value).map((problem) => ({ ...problem, at: at + problem.at }));
      const isNamed = Object(value).type === event;
      return isNamed ? problems : [...problems, { at, message: `"${event}" is not its type`, schema }];
    });
  }

  return {
    bundle,
    operations,
    check: validate,
    operationOf: ({ method, path }) => route(method, path)?.operation,
    checkRequest(request) {
      const found = route(request.method, request.path);
      if (!found) {
        return [
          { at: `${request.method} ${request.path}`, message: "is not an operation", schema: "/paths" },
        ];
      }
      const { operation, params } = found;
      const problems = checkParameters(operation, request, params);
      const body = operation.requestBody;
      if (request.body === undefined) {
        return body?.required
          ? [...problems, { at: "body", message: "is required", schema: operation.pointer }]
          : problems;
      }
      if (!body) return [...problems, { at: "body", message: "is not declared", schema: operation.pointer }];
      // Recordings and tests may leave the header out; all bodies but forms are JSON.
      const mediaType = essence(request.headers["content-type"] ?? "application/json");
      if (!body.content[mediaType]) return [...problems, undocumented(mediaType, operation)];
      const pointer = `${operation.pointer}/requestBody/content/${escapePointer(mediaType)}/schema`;
      return [...problems, ...validate(pointer, request.body)];
    },
    checkResponse(operation, response) {
      const documented = operation.responses[response.status];
      if (!documented)
        return [{ at: "status", message: `${response.status} is not documented`, schema: operation.pointer }];
      const mediaType = essence(response.headers["content-type"] ?? "");
      const content = documented.content?.[mediaType];
      if (!content) return [undocumented(mediaType, operation)];
      const pointer = responsePointer(bundle, operation, response.status, mediaType);
      const problems = validate(pointer, response.body);
      if (mediaType !== "text/event-stream" || problems.length > 0) return problems;
      return checkEvents(content.schema, response.body as string);
    },
    checkDelivery: (webhook, body) => validate(webhook.bodyPointer, body),
  };
}

/** A content type without its parameters. */
function essence(contentType: string): string {
  return contentType.split(";")[0]?.trim() ?? "";
}

function undocumented(mediaType: string, operation: Operation): Problem {
  return { at: "content-type", message: `"${mediaType}" is not documented`, schema: operation.pointer };
}

function responsePointer(bundle: Bundle, operation: Operation, status: number, mediaType: string): string {
  const at = bundle.paths[operation.path]?.[operation.method] as {
    responses: Record<string, { $ref?: string }>;
  };
  const ref = at.responses[status]?.$ref;
  const response = ref ? ref.slice(1) : `${operation.pointer}/responses/${status}`;
  return `${response}/content/${escapePointer(mediaType)}/schema`;
}

/** The value of a parameter with the type that its schema wants; wire values are strings. */
function parameterValue(
  parameter: Parameter,
  request: RecordedRequest,
  params: Record<string, string>,
): unknown {
  if (parameter.in === "path") return params[parameter.name];
  if (parameter.in === "header") return request.headers[parameter.name.toLowerCase()];
  const values = request.query.filter(([name]) => name === parameter.name).map(([, value]) => value);
  if (parameter.schema?.type === "array") return values.length > 0 ? values : undefined;
  const value = values[0];
  if (value === undefined) return undefined;
  switch (parameter.schema?.type) {
    case "integer":
    case "number":
      return value !== "" && Number.isFinite(Number(value)) ? Number(value) : value;
    case "boolean":
      return value === "true" ? true : value === "false" ? false : value;
    default:
      return value;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function withRefs(schema: Schema): Schema {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"bundle#/')) as Schema;
}
