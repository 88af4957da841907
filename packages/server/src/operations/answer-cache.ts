import type { Revision } from "../store/children.ts";

/** How much is kept. */
const MOST_BYTES = 32_000_000;

interface Entry {
  stamp: string;
  bytes: Buffer<ArrayBuffer>;
}

/** An object as it was made just now. */
export interface Made {
  revision: Revision;
  bytes: Buffer<ArrayBuffer>;
  /** Whether nothing in it depends on who asks or on the time. */
  isSameForAll: boolean;
}

/**
 * Objects as they were answered, where nothing in them depends on who asks or on the time. Each is kept with the
 * revisions that it was made of, which are compared at each use: a process never answers what another one has
 * changed. What was not asked for in a long time goes: of two generations, the older one when the younger is full.
 */
export class AnswerCache {
  #younger = new Map<string, Entry>();
  #older = new Map<string, Entry>();
  /** Of the younger generation, in bytes. */
  #size = 0;

  /** @param stamp Of which everything in the object follows. */
  get(id: string, stamp: string): Buffer<ArrayBuffer> | undefined {
    const known = this.#younger.get(id) ?? this.#rejuvenated(id);
    return known?.stamp === stamp ? known.bytes : undefined;
  }

  set(id: string, stamp: string, bytes: Buffer<ArrayBuffer>): void {
    this.#size += bytes.length - (this.#younger.get(id)?.bytes.length ?? 0);
    this.#younger.set(id, { stamp, bytes });
    if (this.#size <= MOST_BYTES / 2) return;
    this.#older = this.#younger;
    this.#younger = new Map();
    this.#size = 0;
  }

  /**
   * Objects as JSON, in the order in which they are asked for; what is not there any more is left out.
   *
   * @param stampOf Of which everything in an object follows.
   * @param make Makes those that are not kept.
   */
  async getAll(
    revisions: readonly Revision[],
    stampOf: (revision: Revision) => string,
    make: (ids: readonly string[]) => Promise<Made[]>,
  ): Promise<Buffer<ArrayBuffer>[]> {
    const known = revisions.map((each) => this.get(each.id, stampOf(each)));
    const missing = revisions.filter((_, index) => known[index] === undefined).map(({ id }) => id);
    if (missing.length === 0) return known as Buffer<ArrayBuffer>[];
    const made = new Map((await make(missing)).map((each) => [each.revision.id, each]));
    for (const { revision, bytes, isSameForAll } of made.values()) {
      if (isSameForAll) this.set(revision.id, stampOf(revision), bytes);
    }
    return revisions.flatMap(({ id }, index) => known[index] ?? made.get(id)?.bytes ?? []);
  }

  #rejuvenated(id: string): Entry | undefined {
    const known = this.#older.get(id);
    if (known) this.set(id, known.stamp, known.bytes);
    return known;
  }
}
