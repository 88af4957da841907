/** Which values of rows a request has changed, so that at its end the results that rest on them can be written. */
export class RowChanges {
  readonly #rows = new Map<string, Set<string> | "all">();

  /** @param properties The ids of those that were changed; `all` for a row that came, went, or was trashed. */
  add(pageId: string, properties: Iterable<string> | "all"): void {
    const known = this.#rows.get(pageId);
    if (known === "all") return;
    const changed = properties === "all" ? "all" : new Set([...(known ?? []), ...properties]);
    if (changed === "all" || changed.size > 0) this.#rows.set(pageId, changed);
  }

  get size(): number {
    return this.#rows.size;
  }

  /** Those that were changed, by page. They are not there any more afterwards. */
  take(): ReadonlyMap<string, ReadonlySet<string> | "all"> {
    const taken = new Map(this.#rows);
    this.#rows.clear();
    return taken;
  }
}
