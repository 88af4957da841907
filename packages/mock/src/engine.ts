import { createInstance, type IHttpConfig, type IHttpRequest } from "@stoplight/prism-http";
import type { Answer } from "./errors.ts";
import { invalidRequest, invalidRequestUrl } from "./errors.ts";
import { withoutForm } from "./forms.ts";
import { findOperation, readOperations } from "./operations.ts";
import type { Preferences } from "./prefer.ts";
import { parsePrefer } from "./prefer.ts";
import { invalidInput, noAnswer } from "./refusals.ts";
import { silentLogger } from "./silent-logger.ts";
import { violationsHeader } from "./violations-header.ts";

/** A request as Prism takes it: lower-case header names, a parsed body. */
export type MockRequest = IHttpRequest & { headers: Record<string, string> };
/** Answers a request from the examples of one document. */
export type Engine = (request: MockRequest) => Promise<Answer>;

/**
 * Makes Prism answer from one bundle.
 *
 * @param bundle The document as JSON.
 */
export function createEngine(bundle: string): Engine {
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
    const understood = withoutForm(isFailure(preferences) ? withoutAccept(request) : request);
    const result = await prism.request(understood, [operation], configFor(preferences))();
    if (result._tag === "Left") return noAnswer(result.left, request, operation, preferences);

    const { output, validations } = result.right;
    const isInvalid = validations.input.some(({ severity }) => severity === ERROR);
    const answer = isInvalid
      ? invalidInput(validations.input, request, operation)
      : { status: output.statusCode, headers: lowerCased(output.headers ?? {}), body: output.body };
    return { ...answer, headers: { ...answer.headers, ...violationsHeader(validations) } };
  };
}

const isFailure = ({ code = 200 }: Preferences): boolean => code >= 400;

/** Whoever wants a stream is told in JSON that there is none; Prism would rather look for another status. */
function withoutAccept({ headers: { accept: _, ...headers }, ...request }: MockRequest): MockRequest {
  return { ...request, headers };
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
