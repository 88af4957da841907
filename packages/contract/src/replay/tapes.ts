import type { Exchange } from "../recordings/read.ts";

/** The exchanges of one session against one workspace, in their order. */
export interface Tape {
  name: string;
  exchanges: Exchange[];
}

/** Groups recorded exchanges by what their ids say before the `#`. */
export function tapesOf(exchanges: readonly Exchange[]): Tape[] {
  const tapes = Map.groupBy(exchanges, ({ id }) => id.slice(0, id.lastIndexOf("#")));
  return [...tapes].map(([name, own]) => ({ name, exchanges: own }));
}
