/** A request, whether it came through a socket or as a `Request`. */
export interface HttpRequest {
  method: string;
  /** The path and the query as they were sent, still encoded; undefined when the address is none. */
  target: string | undefined;
  /**
   * @param name In lower case.
   * @returns Undefined when there is no such header.
   */
  header(name: string): string | undefined;
  /**
   * The body to its end; of what has none, nothing.
   *
   * @param limit What is taken at most, in bytes.
   * @throws BodyTooLarge; what a caller that goes away in the middle causes
   */
  body(limit: number): Promise<Uint8Array>;
}

/** A body is longer than what is taken. */
export class BodyTooLarge extends Error {
  override name = "BodyTooLarge";
}

/** An answer, whether it goes through a socket or becomes a `Response`. */
export interface HttpResponse {
  status: number;
  /** Names in lower case. */
  headers: Record<string, string>;
  body: string | Buffer<ArrayBuffer>;
}
