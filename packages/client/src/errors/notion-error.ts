import type { StatusByCode } from "../__generated__/errors.ts";

/** What the client itself says when the API does not: see {@link NotionError.code}. */
export type ClientErrorCode =
  | "network_error"
  | "timeout"
  | "unexpected_answer"
  | "query_result_limit_reached"
  | "upload_failed";

/** Every `code` that the API is known for, and those of the client. */
export type ErrorCode = keyof StatusByCode | ClientErrorCode;

/** The HTTP status that comes with a code. */
export type StatusOf<Code extends ErrorCode> = Code extends keyof StatusByCode ? StatusByCode[Code] : number;

export interface NotionErrorDetails<Code extends ErrorCode = ErrorCode> {
  status: number;
  code: Code;
  requestId?: string | undefined;
  retryAfter?: number | undefined;
  additionalData?: Record<string, unknown> | undefined;
  cause?: unknown;
}

/** A call that failed, whatever the reason. Only an aborted call rejects with something else: the signal's reason. */
export class NotionError<Code extends ErrorCode = ErrorCode> extends Error {
  override name = "NotionError";
  /** The HTTP status; 0 where there was no answer. */
  declare readonly status: StatusOf<Code>;
  /**
   * What went wrong, for a program. Beside what the API says: `network_error` and `timeout` when there was no answer,
   * `unexpected_answer` when it was not of the API (HTML of a gateway, half a JSON), `query_result_limit_reached`
   * when a list goes on where the API does not, and `upload_failed` when Notion could not take a file. Notion may add
   * codes.
   */
  declare readonly code: Code;
  /** The id of the exchange, which support at Notion asks for. */
  declare readonly requestId: string | undefined;
  /** After how many seconds to try again, where the API says so. */
  declare readonly retryAfter: number | undefined;
  /** What some errors tell beside their message, in the names of the API. */
  declare readonly additionalData: Record<string, unknown> | undefined;

  constructor(message: string, details: NotionErrorDetails<Code>) {
    super(message, details);
    Object.assign(this, details);
  }
}

/**
 * Whether something that was caught is a failed call, and one of these codes. It narrows `code` and `status`.
 *
 * @param error what was caught
 * @param codes any when there are none
 *
 * @example
 * try {
 *   await notion.pages.get({ page_id });
 * } catch (error) {
 *   if (!isNotionError(error, "object_not_found")) throw error;
 *   error.status; // 404
 * }
 */
export function isNotionError<Code extends ErrorCode = ErrorCode>(
  error: unknown,
  ...codes: Code[]
): error is NotionError<Code> {
  return error instanceof NotionError && (codes.length === 0 || codes.includes(error.code as Code));
}
