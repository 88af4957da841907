import type { Clock } from "../clock.ts";
import type { Answered } from "../core/attempt.ts";

/** One attempt to send a request. */
export interface RequestEvent {
  method: string;
  url: string;
  /** What is sent, with `Authorization` made unreadable. */
  headers: Record<string, string>;
  /** From 1. */
  attempt: number;
}

/** What came of an attempt. */
export interface ResponseEvent extends RequestEvent {
  /** The HTTP status; nothing when there was no answer. */
  status?: number;
  /** What failed, when there was no answer. */
  error?: unknown;
  /** What support at Notion asks for. */
  requestId?: string;
  /** In milliseconds. */
  duration: number;
}

/** An attempt that is made again. */
export interface RetryEvent extends ResponseEvent {
  /** How many milliseconds are waited before. */
  delay: number;
}

/** Told what is sent and what comes, for logs and metrics. What a hook throws reaches the caller. */
export interface Hooks {
  onRequest?: (event: RequestEvent) => void;
  onResponse?: (event: ResponseEvent) => void;
  onRetry?: (event: RetryEvent) => void;
}

/** The headers without what must not be in a log: of the secret its scheme stays. */
function redact({ authorization = "", ...headers }: Record<string, string>): Record<string, string> {
  return { ...headers, authorization: authorization.replace(/ .*/s, " [redacted]") };
}

/**
 * Tells of a request.
 *
 * @returns what tells of its answer, or of why there is none, and returns what it told
 */
export function watchAttempt(
  hooks: Hooks,
  clock: Clock,
  { method, url, headers, attempt }: RequestEvent,
): (answer: Answered | undefined, error: unknown) => ResponseEvent {
  const request = { method, url, headers: redact(headers), attempt };
  hooks.onRequest?.(request);
  const began = clock.now();
  return (answer, error) => {
    const requestId = answer?.headers.get("x-notion-request-id");
    const event = {
      ...request,
      ...(answer ? { status: answer.status } : { error }),
      ...(requestId && { requestId }),
      duration: clock.now() - began,
    };
    hooks.onResponse?.(event);
    return event;
  };
}
