import type { IHttpConfig, IHttpRequest } from "@stoplight/prism-http";
import type { Answer } from "./errors.ts";
import { errorAnswer, invalidRequest, invalidRequestUrl, unauthorized, validationError } from "./errors.ts";
import type { Operation } from "./operations.ts";
import { findOperation, pathParameters, readOperations } from "./operations.ts";
import type { Preferences } from "./prefer.ts";
import { parsePrefer } from "./prefer.ts";
import { silentLogger } from "./silent-logger.ts";
import { validationMessage } from "./violations.ts";
import { violationsHeader } from "./violations-header.ts";

/** A request as Prism takes it: lower-case header names, a parsed body. */
export type MockRequest = IHttpRequest & { headers: Record<string, string> };
/** Answers a request from the examples of one document. */
export type Engine = (request: MockRequest) => Promise<Answer>;

type PrismError = Error & { status?: number; detail?: string };

/**
 * Makes Prism answer from one bundle.
 *
 * @param bundle The document as JSON.
 */
export async function createEngine(bundle: string): Promise<Engine> {
  // Prism and what it needs take a third of a second to load; whoever only creates a mock does not wait.
  const { createInstance } = await import("@stoplight/prism-http");
  const operations = readOperations(bundle);
  const prism = createInstance(configFor({}), { logger: silentLogger });

  return async (request) => {
    const operation = findOperation(operations, request.method, request.url.path);
    if (!operation) return invalidRequestUrl();
    let preferences: Preferences;
    try {
      preferences = parsePrefer(request.headers.prefer);
    } catch (error) {
      return invalidRequest((error as RangeError).message);
    }
    const result = await prism.request(request, [operation], configFor(preferences))();
    if (result._tag === "Left") return refusal(result.left, operation, preferences);

    const { output, validations } = result.right;
    const reported = violationsHeader(validations);
    if (validations.input.some(({ severity }) => severity === ERROR)) {
      const answer = invalidInput(validations.input, request, operation);
      return { ...answer, headers: { ...answer.headers, ...reported } };
    }
    return {
      status: output.statusCode,
      headers: { ...lowerCased(output.headers ?? {}), ...reported },
      body: output.body,
    };
  };
}

/** `DiagnosticSeverity.Error` of `@stoplight/types`. */
const ERROR = 0;

function configFor({ dynamic = false, ...rest }: Preferences): IHttpConfig {
  return {
    isProxy: false,
    upstreamProxy: undefined,
    checkSecurity: true,
    validateRequest: true,
    validateResponse: true,
    errors: false,
    mock: { dynamic, ...rest },
  };
}

/** Prism gives `null` to a header that it cannot make up. */
function lowerCased(headers: Record<string, string | null>): Record<string, string> {
  const entries = Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== null);
  return Object.fromEntries(entries.map(([name, value]) => [name.toLowerCase(), value]));
}

type Validations = Parameters<typeof validationMessage>[0];

/** Prism would answer with the first example of the status; Notion says what is wrong with this request. */
function invalidInput(violations: Validations, request: MockRequest, operation: Operation): Answer {
  if (violations.some(({ code }) => code === 401)) return unauthorized();
  const unsupported = violations.find(({ code }) => code === 415);
  if (unsupported) {
    return validationError(`Content-Type header failed validation: ${unsupported.message}.`);
  }
  const parts = {
    body: request.body ?? undefined,
    path: pathParameters(operation.path, request.url.path),
    query: request.url.query,
    header: request.headers,
  };
  return validationError(validationMessage(violations, parts));
}

/** Prism has no answer: mostly a status or an example that the document does not have. */
function refusal(error: PrismError, operation: Operation, { code, exampleKey }: Preferences): Answer {
  const documented = operation.responses.map(
    (response) =>
      `${response.code} (${response.contents?.flatMap(({ examples = [] }) => examples.map(({ key }) => key)).join(", ")})`,
  );
  const name = operation.iid ?? operation.path;
  // With a code besides the example, Prism tells of the missing example in the message only.
  if (error.status === 404 || error.message.includes("errors#NOT_FOUND")) {
    const asked = [code === undefined ? "" : `code=${code}`, exampleKey ? `example=${exampleKey}` : ""];
    const prefer = `Prefer: ${asked.filter(Boolean).join(", ")}`;
    return invalidRequest(`${prefer}. ${name} has the examples ${documented.join(", ")}.`);
  }
  if (error.status === 406) return invalidRequest(`Accept. ${name}: ${error.detail}.`);
  return errorAnswer(
    500,
    "internal_server_error",
    `Prism has no answer for ${name}: ${error.message.split("\n", 1)}`,
  );
}
