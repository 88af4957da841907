import type { Against } from "./against/against.ts";
import { NotReplayable, Unreachable } from "./against/against.ts";
import { type Replayed, type ReplayTarget, replayTape, unanswered } from "./replay.ts";
import type { Tape } from "./tapes.ts";

/** What the target itself could not foresee: not a refusal, but an exception. */
export interface Crash {
  tape: string;
  error: unknown;
}

export interface ReplayOptions {
  onCrash: (crash: Crash) => void;
  /** Told of each tape before it is replayed, and how many came before it. */
  onTape?: (tape: Tape, before: number) => void;
  /** Ends the replay after the tape that is under way. */
  signal?: AbortSignal;
}

/** What became of tapes. */
export interface ReplayedTapes {
  replayed: Replayed[];
  /** The tapes that the target could not be asked about; nothing of them is in `replayed`. */
  notReplayed: { tape: string; reason: string }[];
}

/**
 * Replays tapes, one after the other, each from the state that it presupposes. The target is closed at the end.
 *
 * @throws Unreachable when the target does not answer, or not to us
 */
export async function replayAll(
  tapes: readonly Tape[],
  against: Against,
  { onCrash, onTape, signal }: ReplayOptions,
): Promise<ReplayedTapes> {
  const replayed: Replayed[] = [];
  const notReplayed: ReplayedTapes["notReplayed"] = [];
  try {
    for (const [before, tape] of tapes.entries()) {
      if (signal?.aborted) {
        notReplayed.push({ tape: tape.name, reason: "the replay was stopped" });
        continue;
      }
      onTape?.(tape, before);
      const crash = (error: unknown): void => onCrash({ tape: tape.name, error });
      let target: ReplayTarget | undefined;
      try {
        target = await against.begin(tape, crash);
        replayed.push(...(await replayTape(tape, target)));
      } catch (error) {
        if (error instanceof Unreachable) throw error;
        if (error instanceof NotReplayable) notReplayed.push({ tape: tape.name, reason: error.message });
        else {
          // It could have been asked, so nothing of the tape is answered.
          crash(error);
          replayed.push(...unanswered(tape));
        }
      } finally {
        await target?.end?.();
      }
    }
  } finally {
    await against.close();
  }
  return { replayed, notReplayed };
}
