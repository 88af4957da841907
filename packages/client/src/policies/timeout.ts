import type { Clock } from "../clock.ts";

/**
 * Does something with a signal that aborts when it takes too long, or when the caller aborts.
 *
 * @param milliseconds how long it may take; `Infinity` for as long as it takes
 * @param signal that of the caller
 * @param run ends with the reason of its signal when that aborts, as `fetch` does
 * @throws {DOMException} named `TimeoutError`, or the reason of the caller's signal
 */
export async function withTimeout<Result>(
  clock: Clock,
  milliseconds: number,
  signal: AbortSignal | undefined,
  run: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  const follow = () => controller.abort(signal?.reason);
  const late = () =>
    controller.abort(new DOMException(`No answer within ${milliseconds} ms.`, "TimeoutError"));
  const cancel = Number.isFinite(milliseconds) ? clock.after(milliseconds, late) : undefined;
  signal?.addEventListener("abort", follow, { once: true });
  try {
    return await run(controller.signal);
  } finally {
    cancel?.();
    signal?.removeEventListener("abort", follow);
  }
}
