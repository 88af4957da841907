import type { Clock } from "../src/index.ts";

/** A clock that stands still until it is moved. */
export class FakeClock implements Clock {
  #now = Date.UTC(2026, 10, 20, 12);
  readonly #timers = new Set<{ at: number; milliseconds: number; run: () => void }>();
  readonly #waiting = new Set<() => void>();

  now(): number {
    return this.#now;
  }

  after(milliseconds: number, run: () => void): () => void {
    const timer = { at: this.#now + milliseconds, milliseconds, run };
    this.#timers.add(timer);
    for (const look of this.#waiting) look();
    return () => this.#timers.delete(timer);
  }

  /** How long each timer was set for that is still to come, the shortest first. */
  get pending(): number[] {
    return [...this.#timers].map(({ milliseconds }) => milliseconds).sort((one, other) => one - other);
  }

  /** Resolves when a timer of this length is set. */
  async set(milliseconds: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const look = () => {
        if (!this.pending.includes(milliseconds)) return;
        this.#waiting.delete(look);
        resolve();
      };
      this.#waiting.add(look);
      look();
    });
  }

  /** Moves the time, and runs what is due on the way. */
  advance(milliseconds: number): void {
    const end = this.#now + milliseconds;
    for (;;) {
      const [next] = [...this.#timers].filter(({ at }) => at <= end).sort((one, other) => one.at - other.at);
      if (!next) break;
      this.#now = next.at;
      this.#timers.delete(next);
      next.run();
    }
    this.#now = end;
  }

  /** Waits for a timer of this length, and moves the time to its end. */
  async pass(milliseconds: number): Promise<void> {
    await this.set(milliseconds);
    this.advance(milliseconds);
  }
}
