import { type Clock, sleep } from "../clock.ts";
import type { Authorize } from "../policies/auth.ts";
import { type Hooks, watchAttempt } from "../policies/hooks.ts";
import type { Pacer } from "../policies/pacer.ts";
import { delayBeforeRetry, type RetryOptions } from "../policies/retry.ts";
import { limitTime } from "../policies/timeout.ts";
import type { Answered, Outgoing } from "./attempt.ts";

export interface Policies extends RetryOptions {
  authorize: Authorize;
  version: string;
  /** In milliseconds. */
  timeout: number;
  pacer: Pacer | undefined;
  hooks: Hooks | undefined;
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
  const { authorize, version, pacer, hooks, clock } = policies;
  for (let attempt = 1; ; attempt += 1) {
    signal?.throwIfAborted();
    // Most turns are at once, and `await` would still let everybody else go first.
    const turn = pacer?.turn(signal);
    if (turn) await turn;

    const headers: Record<string, string> = { ...outgoing.headers, "notion-version": version };
    headers.authorization ??= typeof authorize === "string" ? authorize : await authorize();
    const watch = hooks && watchAttempt(hooks, clock, { ...outgoing, headers, attempt });
    const limit = limitTime(clock, outgoing.timeout ?? policies.timeout, signal);
    let answer: Answer | undefined;
    let failure: unknown;
    try {
      answer = await outgoing.attempt(headers, limit.signal);
    } catch (error) {
      failure = error;
    }
    limit.end();
    const event = watch?.(answer, failure);
    signal?.throwIfAborted();

    if (answer && answer.status < 400) return answer;
    const now = clock.now();
    const delay = delayBeforeRetry(attempt, answer, isRepeatable, now, policies);
    if (delay === undefined) {
      if (answer) return answer;
      throw failure;
    }
    if (answer?.status === 429) pacer?.pauseUntil(now + delay);
    if (answer) outgoing.discard?.(answer);
    if (event) hooks?.onRetry?.({ ...event, delay });
    await sleep(clock, delay, signal);
  }
}
