/** As much of a response as the policies look at. */
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
}

/** A request that policies send, perhaps more than once. */
export interface Outgoing {
  method: string;
  url: string;
  /** In lower case. An `authorization` among them is sent instead of that of the client. */
  headers: Record<string, string>;
  /** Whether sending it twice leaves what sending it once does. */
  isRepeatable: boolean;
  /** In milliseconds; that of the client when left out. */
  timeout?: number | undefined;
  signal?: AbortSignal | undefined;
  /** Whether the answer is read to its end, which is then under the timeout and sent again for, too. */
  isRead: boolean;
  /** Sends it once. */
  attempt(headers: Record<string, string>, signal: AbortSignal): Promise<Response>;
}

/** What came of it. */
export interface Answer {
  response: Response;
  /** Nothing where it is not read. */
  text: string | undefined;
}
