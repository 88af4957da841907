/** An object of JSON: no list, not null. */
export type JsonObject = Record<string, unknown>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Every object in a value, at any depth, outer ones first.
 *
 * @param see called with each object and the key that it is under; an item of a list is under the key of the list
 */
export function eachObject(value: unknown, see: (object: JsonObject, key: string) => void, key = ""): void {
  if (Array.isArray(value)) {
    for (const item of value) eachObject(item, see, key);
  } else if (isObject(value)) {
    see(value, key);
    for (const [name, inner] of Object.entries(value)) eachObject(inner, see, name);
  }
}
