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

export const randomIds: Ids = {
  uuid: () => randomUUID(),
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
