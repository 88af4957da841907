/**
 * Objects whose keys users choose: dropping one is no mistake, and what is below is told apart by its `type`. They
 * are lists of the same name elsewhere, and those are no concern of this set.
 */
const maps = new Set(["properties", "additional_data", "quick_filters", "result"]);

/** An object in a recorded body, and where it is. */
export interface Found {
  value: Record<string, unknown>;
  /** The keys and indices from the body to the object. */
  path: (string | number)[];
  /** What sort of object it is: two of a kind should have the same fields. */
  kind: string;
  /** Whether its keys are chosen by users. */
  isMap: boolean;
}

/**
 * Every object of a body with its kind: `page`, `block paragraph`, `rich_text text`, or for an object without a tag
 * the kind of the object around it and the key that it is under: `block paragraph > paragraph`.
 *
 * @param body a parsed JSON body
 * @param root what to call the body itself where it has no tag
 */
export function objectsOf(body: unknown, root: string): Found[] {
  const found: Found[] = [];
  const visit = (value: unknown, path: Found["path"], key: string, around: string): void => {
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) visit(item, [...path, index], key, around);
    } else if (isObject(value)) {
      const isMap = maps.has(key);
      const kind = isMap ? `${around} > ${key}` : kindOf(value, key, around);
      found.push({ value, path, kind, isMap });
      for (const [name, child] of Object.entries(value)) {
        // The key of a map is a user's, and says nothing of the value.
        visit(child, [...path, name], isMap ? kind : name, kind);
      }
    }
  };
  visit(body, [], "", root);
  return found;
}

function kindOf(value: Record<string, unknown>, key: string, around: string): string {
  const { object, type } = value;
  if (typeof object === "string") return typeof type === "string" ? `${object} ${type}` : object;
  if (typeof type === "string") return key === "" ? `${around} ${type}` : `${key} ${type}`;
  return key === "" ? around : `${around} > ${key}`;
}

/** Which fields every recorded object of a kind has. */
export function alwaysThere(samples: Iterable<Found>): Map<string, Set<string>> {
  const always = new Map<string, Set<string>>();
  for (const { kind, value, isMap } of samples) {
    if (isMap) continue;
    const before = always.get(kind);
    const keys = Object.keys(value);
    always.set(kind, new Set(before ? keys.filter((key) => before.has(key)) : keys));
  }
  return always;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
