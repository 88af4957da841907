import type { Middleware } from "openapi-fetch";

/**
 * Sends the same `Authorization` with every request that does not bring its own.
 *
 * @param authorization the scheme and what goes with it
 */
export function authPolicy(authorization: string): Middleware {
  return {
    onRequest({ request }) {
      if (!request.headers.has("Authorization")) request.headers.set("Authorization", authorization);
    },
  };
}
