import { createServer, sequentialIds } from "@notional/server";
import type { Exchange } from "../recordings/read.ts";
import { eachObject } from "./json.ts";
import { presupposedBy } from "./presupposed/seed.ts";
import { type Replayed, type ReplayTarget, replayTape, unanswered } from "./replay.ts";
import { noticingSearches } from "./search-index.ts";
import type { Tape } from "./tapes.ts";

const TOKEN = "ntn_replay";

/** What the target itself could not foresee: not a refusal, but an exception. */
export interface Crash {
  tape: string;
  error: unknown;
}

/**
 * Replays tapes, each against a local server of its own.
 *
 * @param onCrash Told of what a server answered with 500.
 */
export async function replayAll(
  tapes: readonly Tape[],
  onCrash: (crash: Crash) => void,
): Promise<Replayed[]> {
  const replayed: Replayed[] = [];
  for (const tape of tapes) {
    try {
      replayed.push(...(await replayLocally(tape, onCrash)));
    } catch (error) {
      // What it presupposes cannot be seeded: nothing of it is answered.
      onCrash({ tape: tape.name, error });
      replayed.push(...unanswered(tape));
    }
  }
  return replayed;
}

/**
 * Replays a tape against a local server that begins with what the tape presupposes and lives at its time.
 *
 * @param onCrash Told of what the server answered with 500.
 */
export async function replayLocally(tape: Tape, onCrash: (crash: Crash) => void): Promise<Replayed[]> {
  const { seed, known } = presupposedBy(tape, TOKEN);
  const clock = tapeClock(tape);
  const server = await createServer({
    seed,
    clock,
    ids: sequentialIds(1),
    settings: { searchDelay: SEARCH_DELAY },
    onError: (error) => onCrash({ tape: tape.name, error }),
  });
  try {
    const target: ReplayTarget = {
      fetch: (request) => server.fetch(request),
      token: TOKEN,
      prepare: (exchange) => clock.reach(exchange),
    };
    return await replayTape(tape, target, known);
  } finally {
    await server.close();
  }
}

/** How long the index of titles does not notice what was made. The clock skips it when the recorded one had noticed. */
const SEARCH_DELAY = 100;

/** A clock that tells of each request the time that the recorded answer tells, and never goes back. */
function tapeClock({ exchanges }: Tape) {
  const noticing = noticingSearches(exchanges);
  let time = exchanges.map(timeOf).find((told) => told > 0) ?? 0;
  return {
    now: () => new Date(time),
    reach(exchange: Exchange): void {
      time = Math.max(time + 1, timeOf(exchange));
      if (noticing.has(exchange)) time += SEARCH_DELAY;
    },
  };
}

/** Most answers tell time to the minute. What was there before happened in its first second. */
const FIRST_SECOND = 1000;

/** The newest time that an answer tells of anything made or changed; 0 when it tells none. */
function timeOf({ response }: Exchange): number {
  let newest = 0;
  eachObject(response.body, ({ created_time, last_edited_time }) => {
    for (const told of [created_time, last_edited_time]) {
      if (typeof told !== "string") continue;
      const isRounded = told.endsWith(":00.000Z");
      newest = Math.max(newest, Date.parse(told) + (isRounded ? FIRST_SECOND : 0));
    }
  });
  return newest;
}
