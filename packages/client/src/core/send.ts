import { type Clock, sleep } from "../clock.ts";
import type { Authorize } from "../policies/auth.ts";
import { type Hooks, type RequestEvent, type ResponseEvent, redact } from "../policies/hooks.ts";
import type { Pacer } from "../policies/pacer.ts";
import { delayBeforeRetry, type RetryOptions } from "../policies/retry.ts";
import { withTimeout } from "../policies/timeout.ts";
import type { Answered, Outgoing } from "./attempt.ts";

export interface Policies extends RetryOptions {
  authorize: Authorize;
  version: string;
  /** In milliseconds. */
  timeout: number;
  pacer: Pacer | undefined;
  hooks: Hooks;
  clock: Clock;
}

/**
 * Sends a request as the policies say: in its turn, with the token and the version, within a time, and again where
 * that may help.
 *
 * @returns the last answer, whatever its status
 * @throws what `fetch` threw last, a `DOMException` named `TimeoutError`, or the reason of the signal
 */
export async function send<Answer extends Answered>(
  outgoing: Outgoing<Answer>,
  policies: Policies,
): Promise<Answer> {
  const { signal, isRepeatable } = outgoing;
  const { pacer, hooks, clock } = policies;
  for (let attempt = 1; ; attempt += 1) {
    signal?.throwIfAborted();
    await pacer?.turn(signal);
    const { event, answer, failure } = await sendOnce(outgoing, attempt, policies);
    if (signal?.aborted) throw failure ?? signal.reason;
    const now = clock.now();
    const delay = delayBeforeRetry(attempt, answer, isRepeatable, now, policies);
    if (answer?.status === 429 && delay !== undefined) pacer?.pauseUntil(now + delay);
    if (delay === undefined) {
      if (answer) return answer;
      throw failure;
    }
    if (answer) outgoing.discard?.(answer);
    if (event) hooks.onRetry?.({ ...event, delay });
    await sleep(clock, delay, signal);
  }
}

async function sendOnce<Answer extends Answered>(
  outgoing: Outgoing<Answer>,
  attempt: number,
  { authorize, version, timeout, hooks, clock }: Policies,
): Promise<{ event?: ResponseEvent | undefined; answer?: Answer; failure?: unknown }> {
  const headers: Record<string, string> = { ...outgoing.headers, "notion-version": version };
  headers.authorization ??= typeof authorize === "string" ? authorize : await authorize();
  const isWatched = hooks.onRequest ?? hooks.onResponse ?? hooks.onRetry;
  const request: RequestEvent | undefined = isWatched && {
    method: outgoing.method,
    url: outgoing.url,
    headers: redact(headers),
    attempt,
  };
  if (request) hooks.onRequest?.(request);
  const began = request && clock.now();
  const tell = (event: Partial<ResponseEvent>): ResponseEvent | undefined => {
    if (!request) return undefined;
    const told = { ...request, ...event, duration: clock.now() - (began ?? 0) };
    hooks.onResponse?.(told);
    return told;
  };
  let answer: Answer;
  try {
    answer = await withTimeout(clock, outgoing.timeout ?? timeout, outgoing.signal, (signal) =>
      outgoing.attempt(headers, signal),
    );
  } catch (failure) {
    return { event: tell({ error: failure }), failure };
  }
  const requestId = request && answer.headers.get("x-notion-request-id");
  return { event: tell({ status: answer.status, ...(requestId && { requestId }) }), answer };
}
