import type { Ids } from "./ids.ts";
import { isObject } from "./json.ts";

/** Two lists set side by side. */
export interface Paired {
  /** Items of the same thing, by their places in the recorded and in our list. */
  pairs: [recorded: number, ours: number][];
  missing: number[];
  extra: number[];
  /** Whether what both have stands in the same order. */
  sameOrder: boolean;
}

/**
 * Sets two lists side by side: items with ids by their ids, others by their places. Items that have ids which
 * nothing is bound to yet are the same in the order in which they stand.
 */
export function pairItems(recorded: readonly unknown[], ours: readonly unknown[], ids: Ids): Paired {
  if (!haveIds(recorded) || !haveIds(ours)) return byPlace(recorded.length, ours.length);
  const places = new Map(ours.map((item, place) => [(item as { id: string }).id, place]));
  const pairs: Paired["pairs"] = [];
  const unpaired: number[] = [];
  for (const [place, item] of recorded.entries()) {
    const { id } = item as { id: string };
    const own = places.get(ids.id(id)) ?? places.get(encodeURIComponent(ids.id(id)));
    if (own !== undefined) pairs.push([place, own]);
    else unpaired.push(place);
  }
  const taken = new Set(pairs.map(([, own]) => own));
  const left = ours.flatMap((_, place) => (taken.has(place) ? [] : [place]));
  const isNew = (place: number): boolean => !ids.knows((recorded[place] as { id: string }).id);
  const isFree = (place: number): boolean => !ids.isOurs((ours[place] as { id: string }).id);
  const fresh = unpaired.filter(isNew);
  const free = left.filter(isFree);
  const count = Math.min(fresh.length, free.length);
  for (let index = 0; index < count; index += 1) {
    pairs.push([fresh[index] as number, free[index] as number]);
  }
  const paired = new Set(pairs.map(([place]) => place));
  const own = new Set(pairs.map(([, place]) => place));
  const inOrder = pairs.toSorted(([a], [b]) => a - b).map(([, place]) => place);
  return {
    pairs,
    missing: unpaired.filter((place) => !paired.has(place)),
    extra: left.filter((place) => !own.has(place)),
    sameOrder: inOrder.every((place, index) => index === 0 || (inOrder[index - 1] as number) < place),
  };
}

function byPlace(recorded: number, ours: number): Paired {
  const both = Math.min(recorded, ours);
  const from = (length: number): number[] =>
    Array.from({ length: Math.max(0, length - both) }, (_, index) => both + index);
  return {
    pairs: Array.from({ length: both }, (_, place) => [place, place]),
    missing: from(recorded),
    extra: from(ours),
    sameOrder: true,
  };
}

/** Whether each item has an id of its own. Items of a property all have that of the property. */
function haveIds(items: readonly unknown[]): boolean {
  const ids = items.map((item) => (isObject(item) ? item.id : undefined));
  return ids.every((id) => typeof id === "string") && new Set(ids).size === ids.length;
}
