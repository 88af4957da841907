import { DateTime } from "luxon";
import type { StoredDate } from "../store/documents.ts";

/** A date as requests have it. */
interface DateRequest {
  start: string;
  end?: string | null;
  time_zone?: string | null;
}

/**
 * A date as a request has it, in the form in which it is kept and answered.
 *
 * Days stay as they are. Times lose their seconds and get the offset of their zone, after which the zone is not
 * mentioned any more; without zone and offset they are UTC.
 */
export function readDate({ start, end, time_zone }: DateRequest): StoredDate {
  const zone = time_zone ?? undefined;
  return { start: readMoment(start, zone), end: end ? readMoment(end, zone) : null, time_zone: null };
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function readMoment(text: string, zone: string | undefined): string {
  if (DAY.test(text)) return text;
  const time =
    zone === undefined
      ? DateTime.fromISO(text, { setZone: true, zone: "utc" })
      : DateTime.fromISO(text, { zone });
  return time.isValid ? time.startOf("minute").toFormat("yyyy-MM-dd'T'HH:mm:ss.SSSZZ") : text;
}
