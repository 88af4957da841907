import { isObject, type JsonObject } from "./json.ts";

/** A UUID anywhere in a text, with dashes or without, as in URLs. */
const UUID = /(?<![0-9a-f])[0-9a-f]{8}(-?)[0-9a-f]{4}\1[0-9a-f]{4}\1[0-9a-f]{4}\1[0-9a-f]{12}(?![0-9a-f])/gi;

const ONE_UUID = new RegExp(`^${UUID.source}$`, "i");

/** A text that is a UUID and nothing else. */
export const isUuid = (text: string): boolean => ONE_UUID.test(text);

/** The UUIDs in a text, dashed and in lower case. */
export const uuidsIn = (text: string): string[] => (text.match(UUID) ?? []).map(dashed);

export function dashed(uuid: string): string {
  const hex = uuid.replaceAll("-", "").toLowerCase();
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Keys of answers and requests under which ids of properties, options and groups stand: free texts. */
const SHORT_ID_KEYS = /^(id|property|option_ids|\w*property_id|filter_properties)$/;

/** Whether a text under this key is an id, and of which of the two forms. */
export function idForm(key: string, text: string): "uuid" | "short" | undefined {
  if (isUuid(text)) return "uuid";
  return SHORT_ID_KEYS.test(key) && text !== "title" ? "short" : undefined;
}

/** What formulas call a property: `{{notion:block_property:<id>:<data source>:<workspace>}}`. */
const IN_FORMULA = /(?<={{notion:block_property:)[^:}]+(?=:)/g;

/** Answers encode short ids for URLs; requests may or may not. */
function plain(id: string): string {
  if (isUuid(id)) return dashed(id);
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

/**
 * Which id of a recording is which id of the target. What both begin with has the same id in both; what the
 * target makes during a replay gets its own, and is bound to the recorded one where both answers have it.
 */
export class Ids {
  #ours = new Map<string, string>();
  #recorded = new Map<string, string>();
  #cursors = new Map<string, string>();

  /** @param known What has the same id in both. */
  constructor(known: Iterable<string> = []) {
    for (const id of known) this.bind(id, id);
  }

  /**
   * Takes two ids for that of the same thing.
   *
   * @returns Whether they are: false when one of them belongs to something else already.
   */
  bind(recorded: string, ours: string): boolean {
    const [theirs, own] = [plain(recorded), plain(ours)];
    const known = this.#ours.get(theirs);
    if (known !== undefined) return known === own;
    if (this.#recorded.has(own)) return false;
    this.#ours.set(theirs, own);
    this.#recorded.set(own, theirs);
    return true;
  }

  /** Whether the target has what a recording calls so. */
  knows(recorded: string): boolean {
    return this.#ours.has(plain(recorded));
  }

  /** Whether something of the recordings is bound to this id of the target. */
  isOurs(id: string): boolean {
    return this.#recorded.has(plain(id));
  }

  bindCursor(recorded: string, ours: string): void {
    this.#cursors.set(recorded, ours);
  }

  cursor(recorded: string): string {
    return this.#cursors.get(recorded) ?? this.text(recorded);
  }

  /** A recorded id as the target has it; unchanged when nothing is bound to it. */
  id(recorded: string): string {
    return this.#ours.get(plain(recorded)) ?? recorded;
  }

  /** A recorded text with the target's ids in it, also those of properties in formulas. */
  text(recorded: string): string {
    const renamed = recorded.replace(IN_FORMULA, (id) => encodeURIComponent(this.id(id)));
    return renamed.replace(UUID, (uuid: string, dash: string) => {
      const ours = this.#ours.get(dashed(uuid));
      if (ours === undefined) return uuid;
      return dash === "" ? ours.replaceAll("-", "") : ours;
    });
  }

  /** A recorded value with the target's ids in it, also where they name properties. */
  value(recorded: unknown, key = ""): unknown {
    if (typeof recorded === "string") {
      return idForm(key, recorded) === "short" ? this.id(recorded) : this.text(recorded);
    }
    if (Array.isArray(recorded)) return recorded.map((item) => this.value(item, key));
    if (!isObject(recorded)) return recorded;
    const entries = Object.entries(recorded).map(([name, inner]) => [
      key === "properties" ? this.#nameOf(name) : name,
      name === "start_cursor" && typeof inner === "string" ? this.cursor(inner) : this.value(inner, name),
    ]);
    return Object.fromEntries(entries) as JsonObject;
  }

  /** Requests may name a property by its id. */
  #nameOf(name: string): string {
    return this.#ours.get(name) ?? this.#ours.get(plain(name)) ?? name;
  }
}
