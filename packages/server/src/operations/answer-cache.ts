/** How much is kept. */
const MOST_BYTES = 32_000_000;

/**
 * Objects as they were answered, where nothing in them depends on who asks or on the time. Each is kept with the
 * revisions that it was made of, which are compared at each use: a process never answers what another one has
 * changed. What was not asked for in the longest time goes first.
 */
export class AnswerCache {
  readonly #kept = new Map<string, { stamp: string; bytes: Buffer<ArrayBuffer> }>();
  #size = 0;

  /** @param stamp Of which everything in the object follows. */
  get(id: string, stamp: string): Buffer<ArrayBuffer> | undefined {
    const known = this.#kept.get(id);
    if (known?.stamp !== stamp) return undefined;
    // Last in the order of the map means used last.
    this.#kept.delete(id);
    this.#kept.set(id, known);
    return known.bytes;
  }

  set(id: string, stamp: string, bytes: Buffer<ArrayBuffer>): void {
    this.#drop(id);
    this.#kept.set(id, { stamp, bytes });
    this.#size += bytes.length;
    for (const oldest of this.#kept.keys()) {
      if (this.#size <= MOST_BYTES) break;
      this.#drop(oldest);
    }
  }

  #drop(id: string): void {
    this.#size -= this.#kept.get(id)?.bytes.length ?? 0;
    this.#kept.delete(id);
  }
}
