import { DateTime } from "luxon";
import type { DateValue } from "../values/value.ts";
import { at } from "./calendar.ts";
import { formatDate } from "./pattern.ts";

/** What looks like a date of ISO 8601. Luxon reads more than that, such as `10` as an hour of today. */
const ISO_DATE = /^\d{4}(?:-?\d|$)/;

/**
 * A date of ISO 8601, or nothing for other text: `2024-01-31`, `20240131T1830`, `2024-01`, `2024-01-31T18:30+02:00`.
 * Without an offset it is in that zone.
 */
export function parseDate(text: string, timeZone: string): DateValue | null {
  const trimmed = text.trim();
  if (!ISO_DATE.test(trimmed)) return null;
  const read = DateTime.fromISO(trimmed, { zone: timeZone, setZone: true });
  if (!read.isValid) return null;
  const time = /[T ]/.test(trimmed);
  const zone = time && /(?:Z|[+-]\d\d(?::?\d\d)?)$/i.test(trimmed) ? read.zoneName : null;
  // An hour that there is twice, when daylight saving ends, is the first of the two; Luxon takes either.
  const start = Math.min(...read.getPossibleOffsets().map((moment) => moment.toMillis()));
  return { kind: "date", start, end: null, time, zone };
}

/** A date as `format` shows it: `August 30, 2023 17:55`, `August 30, 2023 → September 2, 2023`. */
export function showDate(date: DateValue, timeZone: string): string {
  const pattern = date.time ? "MMMM D, YYYY HH:mm" : "MMMM D, YYYY";
  const show = (start: number) => formatDate({ ...date, start }, pattern, timeZone);
  return date.end === null ? show(date.start) : `${show(date.start)} → ${show(date.end)}`;
}

/** One end of a date as the API writes it: `2024-01-31`, `2024-01-31T18:30:00.000+02:00`. */
export function writeDate(milliseconds: number, { time, zone }: DateValue, timeZone: string): string {
  const format = time ? "yyyy-MM-dd'T'HH:mm:ss.SSSZZ" : "yyyy-MM-dd";
  return at(milliseconds, { timeZone: (time && zone) || timeZone }).toFormat(format);
}
