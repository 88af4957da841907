/** How much text is kept, in characters. */
const MOST_CHARACTERS = 16_000_000;

/**
 * Objects as they were answered, where nothing in them depends on who asks or on the time. Each is kept with the
 * revisions that it was made of, which are compared at each use: a process never answers what another one has
 * changed. What was not asked for in the longest time goes first.
 */
export class AnswerCache {
  readonly #kept = new Map<string, { stamp: string; text: string }>();
  #characters = 0;

  /** @param stamp Of which everything in the object follows. */
  get(id: string, stamp: string): string | undefined {
    const known = this.#kept.get(id);
    if (known?.stamp !== stamp) return undefined;
    // Last in the order of the map means used last.
    this.#kept.delete(id);
    this.#kept.set(id, known);
    return known.text;
  }

  set(id: string, stamp: string, text: string): void {
    this.#drop(id);
    this.#kept.set(id, { stamp, text });
    this.#characters += text.length;
    for (const oldest of this.#kept.keys()) {
      if (this.#characters <= MOST_CHARACTERS) break;
      this.#drop(oldest);
    }
  }

  #drop(id: string): void {
    this.#characters -= this.#kept.get(id)?.text.length ?? 0;
    this.#kept.delete(id);
  }
}
