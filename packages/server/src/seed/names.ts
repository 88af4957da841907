import { dashed } from "../uuid.ts";
import { SeedError } from "./error.ts";

/** The ids of what a seed calls by a name of its own (`ref`). */
export type Names = ReadonlyMap<string, string>;

const UUID = /^[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}$/i;

/** Keys under which an id stands, wherever they are in an object. */
const ID_KEYS = new Set(["id", "page_id", "database_id", "data_source_id", "block_id", "user_id"]);

/**
 * An id, or the id of what has that name.
 *
 * @param path Where it stands, for the message.
 * @throws SeedError when it is neither
 */
export function readId(text: string, names: Names, path: string): string {
  const named = names.get(text);
  if (named !== undefined) return named;
  if (UUID.test(text)) return dashed(text);
  throw new SeedError(path, `nothing in this seed has the ref ${JSON.stringify(text)}, and it is no UUID.`);
}

/** An object with ids in place of names. Other texts stay, also under `id`: those of properties are free. */
export function resolveNames<T>(value: T, names: Names): T {
  if (names.size === 0 || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => resolveNames(item as unknown, names)) as T;
  const entries = Object.entries(value).map(([key, inner]) => [
    key,
    ID_KEYS.has(key) && typeof inner === "string"
      ? (names.get(inner) ?? inner)
      : resolveNames(inner as unknown, names),
  ]);
  return Object.fromEntries(entries) as T;
}
