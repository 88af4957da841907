import type { Clock } from "../clock.ts";

/** How fast a client sends. */
export interface Pace {
  /** Requests a second, on average. */
  perSecond: number;
  /** How many may go at once after a pause. */
  burst: number;
}

/** What a client keeps to when nothing is said: three requests a second is what Notion speaks of. */
export const defaultPace: Pace = { perSecond: 3, burst: 10 };

export interface Pacer {
  /**
   * Waits for a turn, in the order of the calls.
   *
   * @param signal gives the place in the queue up
   * @returns nothing when the turn is now
   * @throws the reason of the signal
   */
  turn(signal: AbortSignal | undefined): Promise<void> | undefined;
  /** Lets nobody go before a time, because the API said so: in milliseconds since 1970. */
  pauseUntil(time: number): void;
}

/** One bucket of turns, which fills evenly. All calls of a client take theirs from it. */
export function createPacer({ perSecond, burst }: Pace, clock: Clock): Pacer {
  const interval = 1000 / perSecond;
  const waiting: (() => void)[] = [];
  let full = clock.now();
  let pausedUntil = 0;
  let isTimed = false;

  /** `full` is when the bucket will be full again: the more turns are taken, the later. */
  function take(): boolean {
    const now = clock.now();
    if (now < pausedUntil || full - now > (burst - 1) * interval) return false;
    full = Math.max(full, now) + interval;
    return true;
  }

  function serve(): void {
    isTimed = false;
    while (waiting.length > 0 && take()) waiting.shift()?.();
    if (waiting.length === 0) return;
    const next = Math.max(pausedUntil, full - (burst - 1) * interval);
    isTimed = true;
    clock.after(Math.max(1, Math.ceil(next - clock.now())), serve);
  }

  return {
    turn(signal) {
      if (waiting.length === 0 && take()) return undefined;
      return new Promise((resolve, reject) => {
        const go = () => {
          signal?.removeEventListener("abort", leave);
          resolve();
        };
        const leave = () => {
          waiting.splice(waiting.indexOf(go), 1);
          reject(signal?.reason);
        };
        signal?.addEventListener("abort", leave, { once: true });
        waiting.push(go);
        if (!isTimed) serve();
      });
    },
    pauseUntil(time) {
      pausedUntil = Math.max(pausedUntil, time);
    },
  };
}
