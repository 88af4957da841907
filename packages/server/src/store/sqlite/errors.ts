/** Result codes that the disk is to blame for, or another process that has the file. */
const codes = new Set([
  5, // busy
  8, // read-only
  10, // input or output
  13, // full
  14, // cannot be opened
]);

/**
 * The file cannot be used at the moment.
 *
 * @see https://www.sqlite.org/rescode.html
 */
export const isUnavailable = (error: unknown): boolean =>
  error instanceof Error &&
  "errcode" in error &&
  // The second byte tells more of what the first one says.
  codes.has(Number(error.errcode) & 0xff);
