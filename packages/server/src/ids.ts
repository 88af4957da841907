import { randomInt, randomUUID } from "node:crypto";

/** Where new ids come from. Tests and seeds inject ones that they know. */
export interface Ids {
  /** A UUID, dashed and in lower case. */
  uuid(): string;
  /** The id of a property or an option: four printable characters, unique only within its data source. */
  short(): string;
}

/** What Notion's own short ids are made of, as recorded: `:` to `~`. */
const FIRST = 58;
const COUNT = 126 - FIRST + 1;

/** Day 0 of Notion's ids: of 2026-06-18 is `383…`, of 2026-07-04 `393…`. */
const FIRST_DAY = Date.UTC(2024, 0, 1);
const DAY = 86_400_000;
let last = 0;

/**
 * A UUID that comes after those that were made before: 12 bits say the day, 27 the millisecond in it, and 9 count.
 * Notion's ids begin with the day too, and are of version 8 as well. An index of ids grows at its end then, and not
 * everywhere at once, which takes a fourth of the time.
 */
function orderedUuid(): string {
  const time = Date.now() - FIRST_DAY;
  last = Math.max((Math.floor(time / DAY) % 2 ** 12) * 2 ** 36 + (time % DAY) * 2 ** 9, last + 1);
  const ordered = last.toString(16).padStart(12, "0");
  return `${ordered.slice(0, 8)}-${ordered.slice(8)}-8${randomUUID().slice(15)}`;
}

export const randomIds: Ids = {
  uuid: orderedUuid,
  short: () => String.fromCharCode(...Array.from({ length: 4 }, () => FIRST + randomInt(COUNT))),
};

/**
 * Ids that come in the same order each time.
 *
 * @param seed Tells one source from another.
 */
export function sequentialIds(seed = 0): Ids {
  let next = 0;
  const take = (): string => (next++).toString(16);
  return {
    uuid: () => `${seed.toString(16).padStart(8, "0")}-0000-8000-8000-${take().padStart(12, "0")}`,
    short: () => take().padStart(4, "p"),
  };
}
