/**
 * How long an answer asks to wait, in milliseconds; nothing when it does not ask or cannot be read.
 *
 * @param value the header `Retry-After`: seconds, or an HTTP date (RFC 9110, section 10.2.3)
 * @param now in milliseconds since 1970
 */
export function readRetryAfter(value: string | null, now: number): number | undefined {
  if (value === null) return undefined;
  if (/^\s*\d+(\.\d+)?\s*$/.test(value)) return Number(value) * 1000;
  // `Date.parse` takes almost anything; a date of HTTP begins with its weekday.
  const date = /^\s*[A-Z][a-z]{2}/.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
