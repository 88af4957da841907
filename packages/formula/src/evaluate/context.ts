import type { Row, Value } from "../values/value.ts";

/** What functions see of the evaluation that they are in. */
export interface Context {
  /** The current time in milliseconds since 1970, to the minute. */
  readonly now: number;
  /** IANA name of the zone whose clock and calendar count. */
  readonly timeZone: string;
  readonly row: Row;
  readonly budget: Budget;
}

/**
 * The evaluation has no result: a pattern that is none, a unit that is none. Inside an expression that is evaluated for
 * each item of a list, that item becomes empty; anywhere else the whole formula has no value.
 */
export class EvaluationFailure extends Error {
  override name = "EvaluationFailure";
}

/** Too much work. Nothing catches it on the way: the formula has no value. */
export class BudgetExceeded extends Error {
  override name = "BudgetExceeded";
}

/** How much one evaluation may do. */
export interface Limits {
  /** Nodes of the formula visited, and what goes into functions: items, and characters a hundred for one. */
  steps: number;
  /** UTF-16 code units in one text. */
  textLength: number;
  /** Items in one list with those of the lists in it, and the characters of their texts a hundred for one. */
  listLength: number;
}

/** Enough for formulas over a thousand related pages, and over in well below a second. */
export const DEFAULT_LIMITS: Limits = { steps: 1_000_000, textLength: 1_000_000, listLength: 100_000 };

export class Budget {
  readonly #limits: Limits;
  readonly #weights = new WeakMap<Value[], number>();
  #left: number;

  constructor(limits: Limits) {
    this.#limits = limits;
    this.#left = limits.steps;
  }

  /** @throws BudgetExceeded when that many steps are not left. */
  spend(steps: number): void {
    this.#left -= steps;
    if (this.#left < 0) throw new BudgetExceeded(`The formula takes more than ${this.#limits.steps} steps.`);
  }

  /** A function looks at a value, or an operator does. */
  look(value: Value): void {
    if (typeof value === "string" || Array.isArray(value)) this.spend(this.#weight(value));
  }

  /**
   * @param added How much of it is new, for a text that is made piece by piece.
   * @throws BudgetExceeded before a text of that length is made.
   */
  text(length: number, added = length): void {
    const { textLength } = this.#limits;
    if (length > textLength) throw new BudgetExceeded(`A text is longer than ${textLength} characters.`);
    this.spend(added / 100);
  }

  /**
   * A list was made. Lists in it count with all that is in them each time they are there: a few lines can nest one list
   * in the next so often that nobody could write it out.
   *
   * @throws BudgetExceeded when it holds too much.
   */
  list(list: Value[]): void {
    const { listLength } = this.#limits;
    const weight = this.#weight(list);
    if (weight > listLength) throw new BudgetExceeded(`A list has more than ${listLength} items.`);
    this.spend(list.length);
  }

  #weight(value: Value): number {
    if (typeof value === "string") return 1 + value.length / 100;
    if (!Array.isArray(value)) return 1;
    const known = this.#weights.get(value);
    if (known !== undefined) return known;
    let weight = 0;
    for (const item of value) weight += this.#weight(item);
    this.#weights.set(value, weight);
    return weight;
  }
}
