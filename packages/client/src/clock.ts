/** Where the client takes its time from. Tests pass one of their own and need not wait. */
export interface Clock {
  /** Now, in milliseconds since 1970. */
  now(): number;
  /**
   * Does something later.
   *
   * @param milliseconds how much later
   * @param run what to do
   * @returns what calls it off
   */
  after(milliseconds: number, run: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};

/**
 * Waits.
 *
 * @param milliseconds how long
 * @param signal ends the wait early
 * @throws the reason of the signal
 */
export function sleep(clock: Clock, milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      cancel();
      reject(signal?.reason);
    };
    const cancel = clock.after(milliseconds, () => {
      signal?.removeEventListener("abort", abort);
      resolve();
    });
    signal?.addEventListener("abort", abort, { once: true });
  });
}
