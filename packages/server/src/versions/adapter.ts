import type { NotionVersion } from "@notional/openapi-types";
import type { Context } from "../context.ts";

/** A request in the words of some version. */
export interface VersionedRequest {
  operationId: string;
  path: Record<string, string>;
  query: Record<string, unknown>;
  body: unknown;
}

/** Performs a request in the words of the next newer version, and answers in them. */
export type Next = (request: VersionedRequest) => Promise<unknown>;

/**
 * What one older version says differently from the next newer one. An adapter knows these two versions only;
 * a request of an old version goes up through all newer adapters, and its answer comes down through them.
 */
export interface Adapter {
  version: NotionVersion;
  /**
   * Turns a request up, lets `next` perform it, and turns the answer down. It may call `next` more than once;
   * all of it is one transaction.
   *
   * @throws ApiError in the words of this version
   */
  perform(request: VersionedRequest, next: Next, context: Context): Promise<unknown>;
}
