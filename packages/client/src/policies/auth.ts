import { checkToken } from "../options.ts";

/** What to send as `Authorization`, or how to find out. */
export type Authorize = string | (() => Promise<string>);

/**
 * Asks for the token before every attempt, so that one that was refreshed in between is used.
 *
 * @param provide what the caller gave
 * @returns what rejects with a `TypeError` when there comes no token, or with what the provider throws
 */
export function authorizeWith(provide: () => string | Promise<string>): Authorize {
  return async () => `Bearer ${checkToken(await provide())}`;
}
