import type { Call } from "./calls.ts";

/** Calls by the last word of their place, and groups of them by the words before. */
export type Group = Map<string, Call | Group>;

/** @param calls whose places differ */
export function groupsOf(calls: Call[]): Group {
  const root: Group = new Map();
  for (const call of calls) {
    let group = root;
    for (const word of call.place.slice(0, -1)) {
      const next = group.get(word) ?? new Map();
      if (!(next instanceof Map)) throw new Error(`${call.place.join(".")}: ${word} is a method already.`);
      group.set(word, next);
      group = next;
    }
    const name = call.place.at(-1) ?? call.id;
    if (group.has(name)) throw new Error(`${call.id} cannot be ${call.place.join(".")}: that is a group.`);
    group.set(name, call);
  }
  return root;
}
