import type { Answered } from "../core/attempt.ts";
import { readRetryAfter } from "./retry-after.ts";

/** The API did not begin the work: any call may be sent again. */
const REFUSED = [429, 529];
/** The API may have done the work: only what can be done twice is sent again. */
const UNCERTAIN = [500, 502, 503, 504];

/** The first wait is at most this long, each further one at most twice as long as the one before. */
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;
/** Whoever is asked to wait longer should know, and decide. The window of the rate limit is a minute. */
const LONGEST_RETRY_AFTER = 60_000;

export interface RetryOptions {
  /** How often a call is sent again, at most. */
  retries: number;
  /** From 0 to 1, as `Math.random`. */
  random: () => number;
}

/**
 * Whether to send a call again, and when.
 *
 * @param attempt the number of the attempt that ended, from 1
 * @param answer what came, or nothing when the network failed or it took too long
 * @param isRepeatable whether sending it twice leaves what sending it once does
 * @param now in milliseconds since 1970
 * @returns how many milliseconds to wait before, or nothing when that was all
 */
export function delayBeforeRetry(
  attempt: number,
  answer: Answered | undefined,
  isRepeatable: boolean,
  now: number,
  { retries, random }: RetryOptions,
): number | undefined {
  const mayHelp = answer
    ? REFUSED.includes(answer.status) || (isRepeatable && UNCERTAIN.includes(answer.status))
    : isRepeatable;
  if (attempt > retries || !mayHelp) return undefined;
  const asked = answer && readRetryAfter(answer.headers.get("Retry-After"), now);
  if (asked !== undefined) return asked <= LONGEST_RETRY_AFTER ? asked : undefined;
  // Full jitter: clients that failed together do not come back together.
  return random() * Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (attempt - 1));
}
