import { type Clock, sleep } from "../clock.ts";
import type { Authorize } from "../policies/auth.ts";
import { type Hooks, watchAttempt } from "../policies/hooks.ts";
import type { Pacer } from "../policies/pacer.ts";
import { delayBeforeRetry, type RetryOptions } from "../policies/retry.ts";
import { limitTime } from "../policies/timeout.ts";
import { noAnswer } from "./answer.ts";
import type { Answer, Outgoing } from "./attempt.ts";

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
 * @throws {NotionError} when there is no answer that is read
 * @throws what `fetch` threw last where it is not, a `DOMException` named `TimeoutError`, or the reason of the signal
 */
export async function send(outgoing: Outgoing, policies: Policies): Promise<Answer> {
  const { signal, isRead, isRepeatable } = outgoing;
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
      const response = await outgoing.attempt(headers, limit.signal);
      answer = { response, text: isRead ? await response.text() : undefined };
    } catch (error) {
      failure = isRead ? noAnswer(error) : error;
    }
    limit.end();
    const response = answer?.response;
    const event = watch?.(response, failure);
    signal?.throwIfAborted();

    if (answer && answer.response.status < 400) return answer;
    const now = clock.now();
    const delay = delayBeforeRetry(attempt, response, isRepeatable, now, policies);
    if (delay === undefined) {
      if (answer) return answer;
      throw failure;
    }
    if (response?.status === 429) pacer?.pauseUntil(now + delay);
    if (!isRead) void response?.body?.cancel();
    if (event) hooks?.onRetry?.({ ...event, delay });
    await sleep(clock, delay, signal);
  }
}
