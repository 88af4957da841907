/**
 * What went wrong, by SQLSTATE or by the code of the socket.
 *
 * @see https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const codeOf = (error: unknown): string =>
  typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";

/** Serialization failure, deadlock: doing it again helps. */
export const isCollision = (error: unknown): boolean => ["40001", "40P01"].includes(codeOf(error));

/** A statement took longer than a request may. */
export const isTooSlow = (error: unknown): boolean => codeOf(error) === "57014";

/**
 * The database is not there, goes away, or has no room or no connection left. What is rolled back on a connection that
 * broke fails with a message of the client's own.
 */
export const isUnavailable = (error: unknown): boolean =>
  /^(08|53|57P0|ECONN|EPIPE|ENOTFOUND|ETIMEDOUT)/.test(codeOf(error)) ||
  (error instanceof Error &&
    /Connection terminated|timeout exceeded when trying to connect|is not queryable/.test(error.message));

/** A statement that the connection keeps has a plan of before the tables changed, and never another one. */
export const isOutdatedPlan = (error: unknown): boolean => codeOf(error) === "0A000";
