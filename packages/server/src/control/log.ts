import type { Exchange } from "../__generated__/control/types.ts";

/** How many exchanges are remembered. */
const REMEMBERED = 1000;

/** How much is kept of a text that a request can make as long as it likes, in characters. */
const KEPT_CHARACTERS = 1000;

/** A copy: what is only cut off keeps the whole text in memory. */
const shortened = (text: string): string =>
  text.length <= KEPT_CHARACTERS ? text : `${Buffer.from(text.slice(0, KEPT_CHARACTERS))}…`;

/** An exchange as it is noted: writing its time out is left to who reads it. */
export interface Noted extends Omit<Exchange, "time"> {
  /** In milliseconds since 1970. */
  begun: number;
}

const toExchange = ({ begun, id, ...rest }: Noted): Exchange => ({
  id,
  time: new Date(begun).toISOString(),
  ...rest,
});

/** The last exchanges of one server. It holds no headers and no bodies, and so no tokens. */
export class ExchangeLog {
  readonly #onExchange: ((exchange: Exchange) => void) | undefined;
  #noted: Noted[] = [];

  /** @param onExchange Told of each as it happens. */
  constructor(onExchange?: (exchange: Exchange) => void) {
    this.#onExchange = onExchange;
  }

  add(exchange: Noted): void {
    this.#onExchange?.(toExchange(exchange));
    exchange.path = shortened(exchange.path);
    if (exchange.refusal) exchange.refusal.message = shortened(exchange.refusal.message);
    this.#noted.push(exchange);
    // Cut now and then, not each time: moving a thousand entries for each request would be felt.
    if (this.#noted.length >= 2 * REMEMBERED) this.#noted = this.#noted.slice(-REMEMBERED);
  }

  /** The newest last. */
  last(limit: number): Exchange[] {
    return this.#noted.slice(-Math.min(limit, REMEMBERED)).map(toExchange);
  }
}
