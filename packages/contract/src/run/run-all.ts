import { requestCases } from "../cases.ts";
import { checkerOf } from "../checkers.ts";
import type { Target } from "../targets/target.ts";
import { judge, type Outcome } from "./judge.ts";
import { reads } from "./reads.ts";

/**
 * Sends the requests of the document to a target, one after the other.
 *
 * @param versions which documents to hold it to
 * @param options.writes whether requests that change something are sent as well
 * @throws when the target cannot be started
 */
export async function* runAll(
  target: Target,
  versions: string[],
  { writes }: { writes: boolean },
): AsyncGenerator<Outcome> {
  const running = await target.start();
  try {
    for (const version of versions) {
      const checker = checkerOf(version);
      for (const operation of checker.operations) {
        if (!writes && !reads(operation)) continue;
        for (const request of requestCases(checker.bundle, operation)) {
          yield await judge(running, version, checker, operation, request);
        }
      }
    }
  } finally {
    await running.close();
  }
}
