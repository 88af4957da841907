import type { Middleware } from "openapi-fetch";

/**
 * Sends the token with every request that does not bring its own `Authorization`.
 *
 * @param token the token of a connection
 */
export function authPolicy(token: string): Middleware {
  return {
    onRequest({ request }) {
      if (!request.headers.has("Authorization")) request.headers.set("Authorization", `Bearer ${token}`);
    },
  };
}
