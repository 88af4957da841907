import type { StoredProperty } from "../../store/documents.ts";

/**
 * The property that a request means: by id, as it is or encoded for URLs, or by name.
 *
 * @param key What the request has.
 */
export function findProperty(properties: readonly StoredProperty[], key: string): StoredProperty | undefined {
  return (
    properties.find(({ id }) => id === key || encodeURIComponent(id) === key) ??
    properties.find(({ name }) => name === key)
  );
}
