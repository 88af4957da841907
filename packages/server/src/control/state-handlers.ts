import { validationError } from "../errors.ts";
import { SeedError } from "../seed/error.ts";
import { SnapshotError } from "../store/snapshot.ts";
import type { ControlHandlers } from "./handlers.ts";

export const stateHandlers: Pick<
  ControlHandlers,
  "resetServer" | "seedServer" | "exportSeed" | "getSnapshot" | "restoreSnapshot"
> = {
  resetServer: (_request, { state }) => done(state.reset()),
  seedServer: ({ body }, { state }) => done(state.seed(body)),
  exportSeed: (_request, { state }) => state.export(),
  getSnapshot: (_request, { state }) => state.snapshot(),
  restoreSnapshot: ({ body }, { state }) => done(state.restore(body)),
};

/** What is wrong with a seed or a snapshot is told whoever sent it. */
async function done(work: Promise<void>): Promise<{ ok: true }> {
  try {
    await work;
    return { ok: true };
  } catch (error) {
    if (error instanceof SeedError || error instanceof SnapshotError) throw validationError(error.message);
    throw error;
  }
}
