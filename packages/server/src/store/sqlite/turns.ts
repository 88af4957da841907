/** Lets work follow each other: what begins is over before the next begins. */
export class Turns {
  #last: Promise<void> | undefined;

  async take<T>(work: () => Promise<T>): Promise<T> {
    const before = this.#last;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#last = promise;
    if (before) await before;
    try {
      return await work();
    } finally {
      if (this.#last === promise) this.#last = undefined;
      resolve();
    }
  }
}
