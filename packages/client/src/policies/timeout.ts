import type { Clock } from "../clock.ts";

/**
 * Does something with a signal that aborts when it takes too long, or when the caller aborts. It ends then even if
 * what runs does not listen.
 *
 * @param milliseconds how long it may take; `Infinity` for as long as it takes
 * @param signal that of the caller
 * @throws {DOMException} named `TimeoutError`, or the reason of the caller's signal
 */
export function withTimeout<Result>(
  clock: Clock,
  milliseconds: number,
  signal: AbortSignal | undefined,
  run: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  return new Promise<Result>((resolve, reject) => {
    const abort = (reason: unknown) => {
      controller.abort(reason);
      end();
      reject(reason);
    };
    const follow = () => abort(signal?.reason);
    const late = () => abort(new DOMException(`No answer within ${milliseconds} ms.`, "TimeoutError"));
    const cancel = Number.isFinite(milliseconds) ? clock.after(milliseconds, late) : undefined;
    const end = () => {
      cancel?.();
      signal?.removeEventListener("abort", follow);
    };
    signal?.addEventListener("abort", follow, { once: true });
    run(controller.signal).then(resolve, reject).finally(end);
  });
}
