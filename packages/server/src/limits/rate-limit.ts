import type { Connection } from "../auth/connection.ts";
import { ApiError } from "../errors.ts";
import type { Db } from "../store/database.ts";
import { countInWindow } from "../store/rate-windows.ts";

/** How many requests are taken in a window of 60 seconds. They can be spent in one burst. */
export interface RateLimit {
  /** Of one connection. */
  connection: number;
  /** Of all connections of a workspace together. */
  workspace: number;
}

/** Three requests a second on average, as Notion has named for years; a workspace has several connections. */
export const defaultRateLimit: RateLimit = { connection: 180, workspace: 900 };

const WINDOW_MS = 60_000;

/**
 * Counts a request. The counts are in the database, so that all processes over it share them.
 *
 * @throws ApiError rate_limited, with `Retry-After` until the window ends
 */
export async function countRequest(
  db: Db,
  connection: Connection,
  limit: RateLimit,
  now: Date,
): Promise<void> {
  const start = Math.floor(now.getTime() / WINDOW_MS) * WINDOW_MS;
  const retryAfter = Math.max(1, Math.ceil((start + WINDOW_MS - now.getTime()) / 1000));
  const ofConnection = await countInWindow(db, `connection:${connection.id}`, start);
  if (ofConnection > limit.connection) throw rateLimited("public_api_request_rate_limit", retryAfter);
  const ofWorkspace = await countInWindow(db, `workspace:${connection.workspaceId}`, start);
  if (ofWorkspace > limit.workspace) throw rateLimited("public_api_space_request_rate_limit", retryAfter);
}

function rateLimited(reason: string, seconds: number): ApiError {
  const retryAfter = String(seconds);
  const message = "You have been rate limited. Please try again later.";
  return new ApiError(429, "rate_limited", message, {
    additionalData: { rate_limit_reason: reason, retry_after: retryAfter },
    headers: { "retry-after": retryAfter },
  });
}
