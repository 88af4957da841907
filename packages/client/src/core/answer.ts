import type { Clock } from "../clock.ts";
import { type ErrorCode, NotionError } from "../errors/notion-error.ts";
import { readRetryAfter } from "../policies/retry-after.ts";

/** An answer that was read to its end. */
export interface ReadAnswer {
  status: number;
  headers: Headers;
  text: string;
}

/**
 * What an answer brings.
 *
 * @throws {NotionError} when it is a failure or not of the API
 */
export function readData(answer: ReadAnswer, clock: Clock): unknown {
  const { status, text } = answer;
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (cause) {
    const start = text.length > 200 ? `${text.slice(0, 200)}…` : text;
    const message = `The answer with status ${status} is not JSON: ${start || "it is empty"}`;
    throw new NotionError(message, { ...detailsOf(answer, clock), code: "unexpected_answer", cause });
  }
  if (status >= 200 && status < 300) return data;
  if (!isFailure(data)) {
    const message = `The answer with status ${status} is none of the API.`;
    throw new NotionError(message, { ...detailsOf(answer, clock), code: "unexpected_answer" });
  }
  const { code, message, request_id, additional_data: additionalData } = data;
  const details = detailsOf(answer, clock);
  throw new NotionError(message, {
    ...details,
    code,
    requestId: details.requestId ?? request_id,
    additionalData,
  });
}

function detailsOf({ status, headers }: ReadAnswer, clock: Clock) {
  const wait = readRetryAfter(headers.get("Retry-After"), clock.now());
  return {
    status,
    requestId: headers.get("x-notion-request-id") ?? undefined,
    retryAfter: wait === undefined ? undefined : Math.ceil(wait / 1000),
  };
}

interface Failure {
  code: ErrorCode;
  message: string;
  request_id?: string;
  additional_data?: Record<string, unknown>;
}

function isFailure(data: unknown): data is Failure {
  const { code, message } = (data ?? {}) as Partial<Failure>;
  return typeof code === "string" && typeof message === "string";
}

/**
 * Why there is no answer, as an error of this client.
 *
 * @param failure what `fetch` or the timeout threw
 */
export function noAnswer(failure: unknown): NotionError {
  const reason = failure instanceof Error ? failure.message : String(failure);
  const isLate = failure instanceof DOMException && failure.name === "TimeoutError";
  return isLate
    ? new NotionError(reason, { status: 0, code: "timeout", cause: failure })
    : new NotionError(`No answer: ${reason}`, { status: 0, code: "network_error", cause: failure });
}
