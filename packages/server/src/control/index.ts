import { ApiError, invalidRequestUrl, validationError } from "../errors.ts";
import type { Asked } from "../http/asked.ts";
import { readJson } from "../http/body.ts";
import { failure, toApiError } from "../http/envelope.ts";
import type { HttpResponse } from "../http/messages.ts";
import { mustBeAllowed, type Peer } from "./access.ts";
import type { Controlled } from "./handlers.ts";

/** Where the control API is. */
export const CONTROL_PATH = "/_notional";

/** What anybody may ask: whether the server runs. */
const OPEN = new Set(["getHealth", "getReadiness"]);

/** Snapshots and seeds are large, and who sends them may do everything anyway. In bytes. */
const MAX_BODY_BYTES = 1024 ** 3;

export interface ControlOptions {
  controlled: Controlled;
  key: string | undefined;
  /** Told what nobody foresaw. */
  onError(error: unknown): void;
}

/**
 * Answers a request below `/_notional`.
 *
 * @param peer Who is at the other end of the socket, when there is one.
 */
export async function control(
  asked: Asked,
  peer: Peer | undefined,
  { controlled, key, onError }: ControlOptions,
): Promise<HttpResponse> {
  const requestId = controlled.ids.uuid();
  try {
    const answer = await exchange(asked, peer, controlled, key);
    // Not in the body: what is exported comes back as it is.
    const headers = { "content-type": "application/json", "x-notion-request-id": requestId };
    return { status: 200, headers, body: JSON.stringify(answer) };
  } catch (error) {
    if (!(error instanceof ApiError)) onError(error);
    return failure(toApiError(error), requestId);
  }
}

async function exchange(
  { request, method, path: pathname, search }: Asked,
  peer: Peer | undefined,
  controlled: Controlled,
  key: string | undefined,
): Promise<object> {
  // The document of the control API is read at the first request, which most servers never get.
  const { controlOperations, problemWith } = await import("./schemas.ts");
  const [found] = controlOperations.flatMap((operation) => {
    const path = operation.method === method ? parametersIn(operation.path, pathname) : undefined;
    return path ? [{ operation, path }] : [];
  });
  if (!found || !OPEN.has(found.operation.operationId)) mustBeAllowed(request, peer, key);
  if (!found) throw invalidRequestUrl();

  const { operation, path } = found;
  const { parameters, operationId } = operation;
  const query = Object.fromEntries(new URLSearchParams(search));
  const given = {
    path: valuesOf(
      parameters.filter((parameter) => parameter.in === "path"),
      path,
    ),
    query: valuesOf(
      parameters.filter((parameter) => parameter.in === "query"),
      query,
    ),
    body: operation.body ? await readJson(request, MAX_BODY_BYTES) : undefined,
  };
  const unknown = Object.keys(query).find((name) => !(name in given.query));
  if (unknown !== undefined) throw validationError(`query.${unknown}: there is no such parameter.`);
  if (operation.body?.required && given.body === undefined) throw validationError("body: is missing.");
  const problem = problemWith(schemaOf(operation, given.body), given);
  if (problem) throw validationError(`${problem.path}: ${problem.message}`);

  const { controlHandlers } = await import("./handlers.ts");
  const handle = controlHandlers[operationId] as (
    asked: typeof given,
    controlled: Controlled,
  ) => Promise<object>;
  return await handle(given, controlled);
}

/** The values of a path's parameters; nothing when it is another path. */
function parametersIn(template: string, pathname: string): Record<string, string> | undefined {
  const names = template.split("/");
  const parts = pathname.split("/");
  if (names.length !== parts.length) return undefined;
  const isParameter = (name: string): boolean => name.startsWith("{");
  if (!names.every((name, index) => isParameter(name) || name === parts[index])) return undefined;
  const entries = names.flatMap((name, index) =>
    isParameter(name) ? [[name.slice(1, -1), parts[index]]] : [],
  );
  return Object.fromEntries(entries) as Record<string, string>;
}

interface Parameter {
  name: string;
  schema: object;
}

/** Texts of a URL as what their schemas ask for. */
function valuesOf(parameters: readonly Parameter[], texts: Record<string, string>): Record<string, unknown> {
  const entries = parameters.map(({ name, schema }) => {
    const text = texts[name];
    const isNumber = (schema as { type?: string }).type === "integer" && /^-?\d+$/.test(text ?? "");
    return [
      name,
      text === undefined ? (schema as { default?: unknown }).default : isNumber ? Number(text) : text,
    ];
  });
  return Object.fromEntries(entries) as Record<string, unknown>;
}

/** The schema of all that a request brings, so that a problem's path begins with where it is. */
function schemaOf(
  { parameters, body }: { parameters: (Parameter & { in: string })[]; body: { schema: object } | undefined },
  given: unknown,
): object {
  const of = (place: string): object => ({
    type: "object",
    properties: Object.fromEntries(
      parameters.filter((parameter) => parameter.in === place).map(({ name, schema }) => [name, schema]),
    ),
  });
  return {
    type: "object",
    properties: {
      path: of("path"),
      query: of("query"),
      ...(body && given !== undefined && { body: body.schema }),
    },
  };
}
