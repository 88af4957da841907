import { inject } from "vitest";
import { mock } from "../src/targets/mock.ts";
import type { RunningTarget, Target } from "../src/targets/target.ts";

/** Starts a target, or hands out the mock of the run: it has no state to be shared. */
export async function running(target: Target): Promise<RunningTarget> {
  return target === mock ? { ...inject("mock"), close: async () => {} } : target.start();
}
