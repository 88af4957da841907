import type { Exchange } from "../__generated__/control/types.ts";

/** How many exchanges are remembered. */
const REMEMBERED = 1000;

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
    this.#exchanges.push(exchange);
    // Cut now and then, not each time: moving a thousand entries for each request would be felt.
    if (this.#exchanges.length >= 2 * REMEMBERED) this.#exchanges = this.#exchanges.slice(-REMEMBERED);
  }

  /** The newest last. */
  last(limit: number): Exchange[] {
    return this.#exchanges.slice(-Math.min(limit, REMEMBERED));
  }
}
