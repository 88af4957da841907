import fc from "fast-check";
import { drawn } from "./drawn.ts";
import { isObject, type Json } from "./schema.ts";

/** A place in a value: its keys. */
type Path = (string | number)[];

/** The value with one thing changed in it: a key gone, a key more, or another value somewhere. */
export function mutantsOf(value: Json): fc.Arbitrary<Json> {
  return drawn((draw) => {
    const path = draw(fc.constantFrom(...pathsOf(value)));
    return change(value, path, (old) => draw(fc.constantFrom(...mutations(old))));
  });
}

function pathsOf(value: Json): Path[] {
  if (typeof value !== "object" || value === null) return [[]];
  const below = Object.entries(value).flatMap(([key, child]) =>
    pathsOf(child).map((path) => [Array.isArray(value) ? Number(key) : key, ...path]),
  );
  return [[], ...below];
}

function mutations(old: Json): Json[] {
  const others: Json[] = [null, true, 1.5, -1, "", "x".repeat(3000), "nothing of that name", [], {}, [null]];
  if (isObject(old)) {
    others.push({ ...old, unheard_of: true });
    for (const key of Object.keys(old)) {
      const { [key]: _, ...rest } = old;
      others.push(rest);
    }
  }
  if (Array.isArray(old)) {
    others.push([...old, "one more"]);
    // More than any list may have, but no body that is refused for its size.
    const item = JSON.stringify(old[0] ?? null).length < 1000 ? (old[0] ?? null) : null;
    others.push(Array(101).fill(item));
  }
  return others;
}

function change(value: Json, [key, ...rest]: Path, to: (old: Json) => Json): Json {
  if (key === undefined) return to(value);
  if (Array.isArray(value))
    return value.map((item, index) => (index === key ? change(item, rest, to) : item));
  if (!isObject(value)) return value;
  return { ...value, [key]: change(value[key] ?? null, rest, to) };
}
