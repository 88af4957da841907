/**
 * Something that answers the Notion API and is held to the document: the mock, later the server and the live API.
 * A new target is one file beside this one and one line in `index.ts`.
 */
export interface Target {
  name: string;
  /** Starts the target, or reaches out for it. */
  start(): Promise<RunningTarget>;
}

/** A target that listens. */
export interface RunningTarget {
  /** The base URL, without `/v1`. */
  url: string;
  /** A token that the target accepts. */
  token: string;
  /** The client id and secret of a public connection that the target accepts. */
  credentials: { clientId: string; clientSecret: string };
  /**
   * The request headers that make the target answer with a documented example, if it can be asked to.
   *
   * @param status the HTTP status to answer
   * @param example the key of the example in the document
   */
  askFor?(status: number, example: string): Record<string, string>;
  close(): Promise<void>;
}
