/** A set of paths: relations to follow, and the property that is read at their end. */
export class Dependencies {
  readonly #paths = new Map<string, string[]>();

  /** A property was read of pages that are reached on these ways. */
  add(via: string[][], propertyId: string): void {
    for (const relations of via) {
      const path = [...relations, propertyId];
      this.#paths.set(JSON.stringify(path), path);
    }
  }

  /** All paths, in the order in which they were first met. */
  paths(): string[][] {
    return [...this.#paths.values()];
  }
}
