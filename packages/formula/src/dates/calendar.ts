import { DateTime } from "luxon";
import type { Context } from "../evaluate/context.ts";
import { EvaluationFailure } from "../evaluate/context.ts";
import type { DateValue } from "../values/value.ts";

const MINUTE = 60_000;

/** Units of time, by their singular. */
const UNITS = ["year", "quarter", "month", "week", "day", "hour", "minute", "second", "millisecond"] as const;
type Unit = (typeof UNITS)[number];

const CALENDAR_UNITS: readonly Unit[] = ["year", "quarter", "month", "week", "day"];

/** Units that are always equally long where no clock is ever set back. To ask a calendar takes fifty times as long. */
const LENGTHS: Partial<Record<Unit, number>> = {
  week: 7 * 24 * 60 * MINUTE,
  day: 24 * 60 * MINUTE,
  hour: 60 * MINUTE,
  minute: MINUTE,
  second: 1000,
  millisecond: 1,
};

/** What has a clock and a calendar in it: the zone is that of the evaluation. */
type Zoned = Pick<Context, "timeZone">;

/** A moment in the zone of the evaluation. It is not valid when it is out of range, or the zone is none. */
export function at(milliseconds: number, { timeZone }: Zoned): DateTime {
  return DateTime.fromMillis(milliseconds, { zone: timeZone });
}

/** The current time. Notion's clock has no seconds: two dates set in the same minute are 0 apart. */
export function now({ now }: Pick<Context, "now">): DateValue {
  return { kind: "date", start: toMinute(now), end: null, time: true, zone: null };
}

/** The day that it is in the zone of the evaluation. */
export function today(context: Pick<Context, "now" | "timeZone">): DateValue {
  return {
    kind: "date",
    start: at(context.now, context).startOf("day").toMillis(),
    end: null,
    time: false,
    zone: null,
  };
}

/** The beginning of the minute that a moment is in. */
export function toMinute(milliseconds: number): number {
  return Math.floor(milliseconds / MINUTE) * MINUTE;
}

/**
 * A date moved by an amount of a unit; a range is moved as a whole. Days and longer units go by the calendar: the time
 * of day stays over a change of daylight saving, and January 31 and a month is the last of February. Adding hours or
 * less to a day gives a moment.
 *
 * @throws EvaluationFailure for an unknown unit and for a date out of range.
 */
export function dateAdd(date: DateValue, amount: number, unit: string, context: Zoned): DateValue {
  const name = readUnit(unit);
  const move = (milliseconds: number) => {
    const moved = at(milliseconds, context).plus({ [name]: amount });
    if (!moved.isValid) throw new EvaluationFailure("The date is out of range.");
    return moved.toMillis();
  };
  const time = date.time || (amount !== 0 && !CALENDAR_UNITS.includes(name));
  return { ...date, start: move(date.start), end: date.end === null ? null : move(date.end), time };
}

/**
 * How many whole units lie between two dates, from `other` to `one`: negative when `one` is earlier. Of ranges the
 * starts count.
 *
 * @throws EvaluationFailure for an unknown unit.
 */
export function dateBetween(one: DateValue, other: DateValue, unit: string, context: Zoned): number {
  const name = readUnit(unit);
  const length = context.timeZone === "UTC" ? LENGTHS[name] : undefined;
  const difference =
    length === undefined
      ? at(one.start, context).diff(at(other.start, context), name).as(name)
      : (one.start - other.start) / length;
  // Not -0.
  return Math.trunc(difference) + 0;
}

/** @throws EvaluationFailure when it is no unit of time. Both `day` and `days` are. */
function readUnit(text: string): Unit {
  const unit = UNITS.find((name) => text === name || text === `${name}s`);
  if (unit) return unit;
  throw new EvaluationFailure(`${JSON.stringify(text)} is no unit of time.`);
}
