import fc from "fast-check";
import { texts, values } from "./values.ts";

/** A change of something in a body: where, counted through all of it, and what. */
export interface Mutation {
  place: number;
  /** `same`: only where a value of the same type is, so that what is asked for is likelier to be done. */
  kind: "same" | "value" | "key" | "drop" | "add";
  value: unknown;
}

/** @param known Values that fit somewhere, such as ids of what there is. */
export const mutations = (known: readonly unknown[]): fc.Arbitrary<Mutation[]> =>
  fc.array(
    fc.record({
      place: fc.nat(),
      kind: fc.constantFrom("same", "same", "same", "same", "value", "key", "drop", "add"),
      value: fc.oneof(
        fc.constantFrom(...texts),
        fc.constantFrom(...values),
        fc.constantFrom(...known),
        fc.string({ unit: "binary", maxLength: 20 }),
        fc.double(),
      ),
    }) as fc.Arbitrary<Mutation>,
    { maxLength: 3 },
  );

/** A copy of a body with those changes. */
export function mutated(body: unknown, changes: readonly Mutation[]): unknown {
  const copy: unknown = structuredClone(body);
  for (const { place, kind, value } of changes) {
    const places = placesIn(copy).filter(
      ([holder, key]) => kind !== "same" || typeof Reflect.get(holder, key) === typeof value,
    );
    const chosen = places[place % places.length];
    if (!chosen) return kind === "value" ? value : copy;
    change(chosen, kind, structuredClone(value));
  }
  return copy;
}

type Place = [holder: Record<string, unknown> | unknown[], key: string];

function placesIn(value: unknown): Place[] {
  if (typeof value !== "object" || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key): Place[] => [[holder, key], ...placesIn(holder[key])]);
}

function change([holder, key]: Place, kind: Mutation["kind"], value: unknown): void {
  if (Array.isArray(holder)) {
    const index = Number(key);
    if (kind === "value" || kind === "same") holder[index] = value;
    else if (kind === "drop") holder.splice(index, 1);
    else holder.push(value);
    return;
  }
  if (kind === "value" || kind === "same") set(holder, key, value);
  if (kind === "add") set(holder, String(value), value);
  if (kind === "key") set(holder, String(value), holder[key]);
  if (kind === "key" || kind === "drop") delete holder[key];
}

/** Also `__proto__` as a key of its own, as JSON.parse makes it. */
const set = (holder: object, key: string, value: unknown): void => {
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
};
