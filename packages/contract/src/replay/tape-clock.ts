import type { Exchange } from "../recordings/read.ts";
import { eachObject } from "./json.ts";
import { noticingSearches } from "./search-index.ts";
import type { Tape } from "./tapes.ts";

/** A clock that goes with a tape. */
export interface TapeClock {
  now(): Date;
  /** Goes to the time that the recorded answer tells, and never back. */
  reach(exchange: Exchange): void;
}

/**
 * A clock that begins where a tape does.
 *
 * @param searchDelay how long the target's search does not find what was made, in milliseconds; it is skipped where the
 * recorded search had found it
 */
export function tapeClock({ exchanges }: Tape, searchDelay: number): TapeClock {
  const noticing = noticingSearches(exchanges);
  let time = exchanges.map(timeOf).find((told) => told > 0) ?? 0;
  return {
    now: () => new Date(time),
    reach(exchange) {
      time = Math.max(time + 1, timeOf(exchange));
      if (noticing.has(exchange)) time += searchDelay;
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
