import type { Clock } from "../clock.ts";

/** How long something may take. */
export interface Limit {
  /** Aborts when it takes too long, or when the caller aborts. */
  readonly signal: AbortSignal;
  /** To be called when it is over. */
  end(): void;
}

/**
 * Limits how long something takes.
 *
 * @param milliseconds how long it may take; `Infinity` for as long as it takes
 * @param caller the signal of the caller
 * @returns what aborts with a `DOMException` named `TimeoutError`, or with the reason of the caller
 */
export function limitTime(clock: Clock, milliseconds: number, caller: AbortSignal | undefined): Limit {
  const controller = new AbortController();
  const late = () =>
    controller.abort(new DOMException(`No answer within ${milliseconds} ms.`, "TimeoutError"));
  const cancel = Number.isFinite(milliseconds) ? clock.after(milliseconds, late) : undefined;
  const follow = caller && (() => controller.abort(caller.reason));
  if (follow) caller.addEventListener("abort", follow, { once: true });
  return {
    signal: controller.signal,
    end() {
      cancel?.();
      if (follow) caller.removeEventListener("abort", follow);
    },
  };
}
