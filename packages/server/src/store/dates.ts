import type { StoredDate } from "./documents.ts";

/**
 * The start of a date in a form that compares as text: a day as it is, a moment in UTC with milliseconds. A day
 * comes before every moment of it. What has no offset is in the time zone of the date, or in UTC.
 */
export function comparableStart({ start, time_zone }: Pick<StoredDate, "start" | "time_zone">): string {
  if (!start.includes("T")) return start;
  const hasOffset = /(Z|[+-]\d\d:?\d\d)$/i.test(start);
  const utc = new Date(hasOffset ? start : `${start}Z`);
  if (hasOffset || time_zone === null) return utc.toISOString();
  const guess = new Date(utc.getTime() - offsetAt(utc, time_zone));
  // Near a change of the clock the offset of the guess is the right one.
  return new Date(utc.getTime() - offsetAt(guess, time_zone)).toISOString();
}

/** How far the clocks of a zone are ahead of UTC at a moment, in milliseconds. */
function offsetAt(moment: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(moment);
  const read = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((part) => part.type === type)?.value);
  const local = Date.UTC(
    read("year"),
    read("month") - 1,
    read("day"),
    read("hour"),
    read("minute"),
    read("second"),
  );
  return local - Math.floor(moment.getTime() / 1000) * 1000;
}
