import type { Exchange } from "../recordings/read.ts";

/** The exchanges of one session against one workspace, in their order. */
export interface Tape {
  name: string;
  exchanges: Exchange[];
}

/** Groups recorded exchanges by what their ids say before the `#` of their position. */
export function tapesOf(exchanges: readonly Exchange[]): Tape[] {
  const tapes = Map.groupBy(exchanges, ({ id }) => id.replace(/#\d*$/, ""));
  return [...tapes].map(([name, own]) => ({ name, exchanges: own }));
}
