import { DateTime, IANAZone } from "luxon";
import { validationError } from "../../../errors.ts";
import type { StoredDate } from "../../../store/documents.ts";
import { readDate } from "../../dates.ts";
import type { RequestOf, ValueType } from "./value-type.ts";

export const date: ValueType<"date"> = {
  read: (request, { path }) => (request === null ? null : readDateValue(request, `${path}.date`)),
  render: (stored = null) => stored,
};

const WITH_TIME = /^\d{4}-\d{2}-\d{2}[T ]/;
const WITH_OFFSET = /[+-]\d{2}(:?\d{2})?$/;

/**
 * A date of a request in the form in which it is kept.
 *
 * @param path Where it stands, for messages: `body.properties.Due.date`.
 * @throws ApiError validation_error for days that no calendar has, unknown time zones, and time zones beside
 *   offsets or days without a time
 */
export function readDateValue(request: NonNullable<RequestOf<"date">>, path: string): StoredDate {
  const zone = request.time_zone ?? null;
  if (zone !== null && !isZone(zone)) {
    throw mismatch(`${path}.time_zone should be a valid IANA time zone`, zone);
  }
  for (const key of ["start", "end"] as const) {
    const text = request[key] ?? null;
    if (text === null) continue;
    if (!isDay(text) && !DateTime.fromISO(text.replace(" ", "T")).isValid) {
      throw mismatch(`${path}.${key} should be a valid ISO 8601 date string`, text);
    }
    if (zone === null) continue;
    // https://developers.notion.com/changelog/time-zone-support. Recorded: `Z` is taken beside a time zone.
    if (!hasTime(text)) throw mismatch(`${path}.${key} should have a time when time_zone is given`, text);
    if (WITH_OFFSET.test(text.slice(10))) {
      throw mismatch(`${path}.${key} should have no UTC offset when time_zone is given`, text);
    }
  }
  return readDate(request);
}

/** Most dates are days, and to tell so much of those needs no library. */
const isDay = (text: string): boolean => {
  const milliseconds = text.length === 10 ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString().startsWith(text);
};

export const hasTime = (text: string): boolean => WITH_TIME.test(text);

/** Offsets such as `+02:00` are no names of time zones. */
export const isZone = (name: string): boolean => /^[A-Za-z]/.test(name) && IANAZone.isValidZone(name);

const mismatch = (what: string, instead: string) =>
  validationError(`body failed validation: ${what}, instead was \`${JSON.stringify(instead)}\`.`);
