import { randomBytes, randomUUID } from "node:crypto";

/** Where new ids come from. Tests and seeds inject ones that they know. */
export interface Ids {
  /** A UUID, dashed and in lower case. */
  uuid(): string;
  /** The id of a property or an option: four printable characters, unique only within its data source. */
  short(): string;
}

/** What Notion's own short ids are made of. */
const SHORT = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index)).filter(
  (character) => !"\"%&'<\\".includes(character),
);

export const randomIds: Ids = {
  uuid: () => randomUUID(),
  short: () => Array.from(randomBytes(4), (byte) => SHORT[byte % SHORT.length]).join(""),
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
