import type { MockRequest } from "./engine.ts";
import type { Answer } from "./errors.ts";
import { errorAnswer, invalidClient, invalidRequest, unauthorized, validationError } from "./errors.ts";
import { withFormName } from "./forms.ts";
import type { Operation } from "./operations.ts";
import { pathParameters } from "./operations.ts";
import type { Preferences } from "./prefer.ts";
import type { Violation } from "./violations.ts";
import { validationMessage } from "./violations.ts";

/** What Prism throws; `additional` has the violations where the document has no 400. */
type PrismError = Error & {
  status?: number;
  detail?: string;
  additional?: { validation?: (Violation & { location?: Violation["path"] })[] };
};

/** Prism would answer with the first example of the status; Notion says what is wrong with this request. */
export function invalidInput(
  violations: readonly Violation[],
  request: MockRequest,
  operation: Operation,
): Answer {
  if (violations.some(({ code }) => code === 401)) return wrongCredentials(operation);
  const unsupported = violations.find(({ code }) => code === 415);
  if (unsupported) return unsupportedType(unsupported.message);
  const parts = {
    body: request.body ?? undefined,
    path: pathParameters(operation.path, request.url.path),
    query: request.url.query,
    header: request.headers,
  };
  return validationError(validationMessage(violations, parts));
}

/** Prism has no answer: the document lacks the status or the example that was asked for, or the refusal. */
export function noAnswer(
  error: PrismError,
  request: MockRequest,
  operation: Operation,
  preferences: Preferences,
): Answer {
  // With a code besides the example, Prism tells of the missing example in the message only.
  const status = error.message.includes("errors#NOT_FOUND") ? 404 : error.status;
  const name = operation.iid ?? operation.path;
  switch (status) {
    case 401:
      return wrongCredentials(operation);
    case 404:
      return noExample(name, operation, preferences);
    case 406:
      return invalidRequest(`Accept. ${name}: ${error.detail}.`);
    case 415:
      return unsupportedType(error.detail ?? error.message);
    case 422: {
      const violations = error.additional?.validation ?? [];
      const located = violations.map(({ location, ...rest }) =>
        location ? { ...rest, path: location } : rest,
      );
      return invalidInput(located, request, operation);
    }
    default: {
      const [reason] = error.message.split("\n", 1);
      return errorAnswer(500, "internal_server_error", `Prism has no answer for ${name}: ${reason}`);
    }
  }
}

/** What takes a client id and secret has an answer of its own where they are missing. */
function wrongCredentials({ security = [] }: Operation): Answer {
  const takesBasic = security.flat().some((scheme) => scheme.type === "http" && scheme.scheme === "basic");
  return takesBasic ? invalidClient() : unauthorized();
}

const unsupportedType = (problem: string): Answer =>
  validationError(`Content-Type header failed validation: ${withFormName(problem)}.`);

function noExample(name: string, { responses }: Operation, { code, exampleKey }: Preferences): Answer {
  const asked = [code && `code=${code}`, exampleKey && `example=${exampleKey}`].filter(Boolean).join(", ");
  const documented = responses.map((response) => {
    const keys = response.contents?.flatMap(({ examples = [] }) => examples.map(({ key }) => key)) ?? [];
    return keys.length > 0 ? `${response.code} (${keys.join(", ")})` : response.code;
  });
  return invalidRequest(`Prefer: ${asked}. ${name} has the examples ${documented.join(", ")}.`);
}
