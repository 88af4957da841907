/**
 * What went wrong, by SQLSTATE or by the code of the socket.
 *
 * @see https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const codeOf = (error: unknown): string =>
  typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";

/** Serialization failure, deadlock: doing it again helps. */
export const isCollision = (error: unknown): boolean => ["40001", "40P01"].includes(codeOf(error));

/** The database is not there, goes away, or has no connection left. */
export const isUnavailable = (error: unknown): boolean =>
  /^(08|57P0|53300|ECONN|EPIPE|ENOTFOUND|ETIMEDOUT)/.test(codeOf(error)) ||
  (error instanceof Error &&
    /Connection terminated|timeout exceeded when trying to connect/.test(error.message));
