/** As much of an answer as the policies look at. `Response` is one. */
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
}

/** A request that policies send, perhaps more than once. */
export interface Outgoing<Answer extends Answered> {
  method: string;
  url: string;
  /** In lower case. An `authorization` among them is sent instead of that of the client. */
  headers: Record<string, string>;
  /** Whether sending it twice leaves what sending it once does. */
  isRepeatable: boolean;
  /** In milliseconds; that of the client when left out. */
  timeout?: number | undefined;
  signal?: AbortSignal | undefined;
  /** Sends it once. */
  attempt(headers: Record<string, string>, signal: AbortSignal): Promise<Answer>;
  /** Lets an answer go that is not the last. */
  discard?(answer: Answer): void;
}
