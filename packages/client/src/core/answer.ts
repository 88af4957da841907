import type { Clock } from "../clock.ts";
import { type ErrorCode, NotionError } from "../errors/notion-error.ts";
import { readRetryAfter } from "../policies/retry-after.ts";
import type { Answer } from "./attempt.ts";

/**
 * What an answer brings.
 *
 * @throws {NotionError} when it is a failure or not of the API
 */
export function readData({ response, text = "" }: Answer, clock: Clock): unknown {
  const { status, headers } = response;
  let data: unknown;
  let cause: unknown;
  try {
    data = JSON.parse(text);
    if (status >= 200 && status < 300) return data;
  } catch (error) {
    cause = error;
  }
  const wait = readRetryAfter(headers.get("Retry-After"), clock.now());
  const details = {
    status,
    requestId: headers.get("x-notion-request-id") ?? undefined,
    retryAfter: wait === undefined ? undefined : Math.ceil(wait / 1000),
  };
  const failure = failureIn(data);
  if (failure) {
    const { code, message, request_id, additional_data: additionalData } = failure;
    const requestId = details.requestId ?? request_id;
    throw new NotionError(message, { ...details, code, requestId, additionalData });
  }
  const start = text.length > 200 ? `${text.slice(0, 200)}…` : text;
  const fault = cause ? `not JSON: ${start || "it is empty"}` : "none of the API.";
  throw new NotionError(`The answer with status ${status} is ${fault}`, {
    ...details,
    code: "unexpected_answer",
    ...(cause !== undefined && { cause }),
  });
}

interface Failure {
  code: ErrorCode;
  message: string;
  request_id?: string;
  additional_data?: Record<string, unknown>;
}

/** A failure as RFC 6749 has it: the operations of OAuth answer so to a client that nobody knows. */
interface OauthFailure {
  error: ErrorCode;
  error_description?: string;
  request_id: string;
}

function failureIn(data: unknown): Failure | undefined {
  const { code, message } = (data ?? {}) as Partial<Failure>;
  if (typeof code === "string" && typeof message === "string") return data as Failure;
  const { error, error_description, request_id } = (data ?? {}) as Partial<OauthFailure>;
  if (typeof error !== "string" || typeof request_id !== "string") return undefined;
  return { code: error, message: error_description ?? `The answer is ${error}.`, request_id };
}

/**
 * Why there is no answer, as an error of this client.
 *
 * @param failure what `fetch` or the timeout threw
 */
export function noAnswer(failure: unknown): NotionError {
  const reason = failure instanceof Error ? failure.message : String(failure);
  const isLate = failure instanceof DOMException && failure.name === "TimeoutError";
  return new NotionError(isLate ? reason : `No answer: ${reason}`, {
    status: 0,
    code: isLate ? "timeout" : "network_error",
    cause: failure,
  });
}
