import type { ReplayTarget } from "../replay.ts";
import type { Tape } from "../tapes.ts";

/** What tapes are replayed against: one file each beside this one. */
export interface Against {
  /** What people call it. */
  name: string;
  /**
   * Makes it ready for a tape, where that is in our hands: it then holds what the tape presupposes.
   *
   * @param onCrash told of what nobody foresaw, where it can be seen
   * @throws NotReplayable when the tape cannot be replayed there
   */
  begin(tape: Tape, onCrash: (error: unknown) => void): Promise<ReplayTarget>;
  /** Leaves it as it was found. */
  close(): Promise<void>;
}

/** A tape that cannot be replayed against a target, and why: `it presupposes the page …`. */
export class NotReplayable extends Error {
  override name = "NotReplayable";
}

/** Nothing can be replayed: the target does not answer, or not to us. */
export class Unreachable extends Error {
  override name = "Unreachable";
}
