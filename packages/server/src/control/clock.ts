import type { Clock } from "../clock.ts";

/** A clock that can be stopped, set and moved on, over one that goes by itself. */
export class ControlledClock implements Clock {
  readonly #base: Clock;
  /** Where it stands; undefined while it goes. */
  #frozenAt: number | undefined;
  /** How far it is ahead of its base while it goes, in milliseconds. */
  #ahead = 0;

  constructor(base: Clock) {
    this.#base = base;
  }

  now(): Date {
    return new Date(this.#frozenAt ?? this.#base.now().getTime() + this.#ahead);
  }

  get frozen(): boolean {
    return this.#frozenAt !== undefined;
  }

  /** Whether it tells another time than its base would. */
  get controlled(): boolean {
    return this.frozen || this.#ahead !== 0;
  }

  /** @param time Its present time when left out. */
  freeze(time = this.now()): void {
    this.#frozenAt = time.getTime();
  }

  /** A clock that goes goes on from there; one that stands stays there. */
  set(time: Date): void {
    if (this.frozen) this.#frozenAt = time.getTime();
    else this.#ahead = time.getTime() - this.#base.now().getTime();
  }

  advance(milliseconds: number): void {
    this.set(new Date(this.now().getTime() + milliseconds));
  }

  release(): void {
    this.#frozenAt = undefined;
    this.#ahead = 0;
  }
}
