import type { Exchange } from "../__generated__/control/types.ts";

/** How many exchanges are remembered. */
const REMEMBERED = 1000;

/** How much is kept of a text that a request can make as long as it likes, in characters. */
const KEPT_CHARACTERS = 1000;

/** A copy: what is only cut off keeps the whole text in memory. */
const shortened = (text: string): string =>
  text.length <= KEPT_CHARACTERS ? text : `${Buffer.from(text.slice(0, KEPT_CHARACTERS))}…`;

/** The last exchanges of one server. It holds no headers and no bodies, and so no tokens. */
export class ExchangeLog {
  readonly #onExchange: ((exchange: Exchange) => void) | undefined;
  #exchanges: Exchange[] = [];

  /** @param onExchange Told of each as it happens. */
  constructor(onExchange?: (exchange: Exchange) => void) {
    this.#onExchange = onExchange;
  }

  add(exchange: Exchange): void {
    this.#onExchange?.(exchange);
    const { path, refusal } = exchange;
    const message = refusal && { ...refusal, message: shortened(refusal.message) };
    this.#exchanges.push({ ...exchange, path: shortened(path), refusal: message });
    // Cut now and then, not each time: moving a thousand entries for each request would be felt.
    if (this.#exchanges.length >= 2 * REMEMBERED) this.#exchanges = this.#exchanges.slice(-REMEMBERED);
  }

  /** The newest last. */
  last(limit: number): Exchange[] {
    return this.#exchanges.slice(-Math.min(limit, REMEMBERED));
  }
}
