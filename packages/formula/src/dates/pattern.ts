import { type DateTime, Info } from "luxon";
import { EvaluationFailure } from "../evaluate/context.ts";
import type { DateValue } from "../values/value.ts";
import { at } from "./calendar.ts";

const MONTHS = Info.months("long", { locale: "en-US" });
const WEEKDAYS = Info.weekdays("long", { locale: "en-US" });

/** The tokens of `formatDate`: those of Moment.js, whose words Notion documents. */
const TOKENS: Record<string, (date: DateTime) => number | string> = {
  YYYY: ({ year }) => digits(year, 4),
  YY: ({ year }) => digits(year % 100, 2),
  Y: ({ year }) => year,
  Qo: ({ quarter }) => ordinal(quarter),
  Q: ({ quarter }) => quarter,
  MMMM: (date) => month(date),
  MMM: (date) => month(date).slice(0, 3),
  MM: ({ month }) => digits(month, 2),
  Mo: ({ month }) => ordinal(month),
  M: ({ month }) => month,
  GGGG: ({ weekYear }) => digits(weekYear, 4),
  GG: ({ weekYear }) => digits(weekYear % 100, 2),
  WW: ({ weekNumber }) => digits(weekNumber, 2),
  Wo: ({ weekNumber }) => ordinal(weekNumber),
  W: ({ weekNumber }) => weekNumber,
  gggg: (date) => digits(americanWeek(date).year, 4),
  gg: (date) => digits(americanWeek(date).year % 100, 2),
  ww: (date) => digits(americanWeek(date).week, 2),
  wo: (date) => ordinal(americanWeek(date).week),
  w: (date) => americanWeek(date).week,
  DDDD: (date) => digits(date.ordinal, 3),
  DDDo: (date) => ordinal(date.ordinal),
  DDD: (date) => date.ordinal,
  DD: ({ day }) => digits(day, 2),
  Do: ({ day }) => ordinal(day),
  D: ({ day }) => day,
  dddd: (date) => weekday(date),
  ddd: (date) => weekday(date).slice(0, 3),
  dd: (date) => weekday(date).slice(0, 2),
  do: ({ weekday }) => ordinal(weekday % 7),
  d: ({ weekday }) => weekday % 7,
  e: ({ weekday }) => weekday % 7,
  E: ({ weekday }) => weekday,
  HH: ({ hour }) => digits(hour, 2),
  H: ({ hour }) => hour,
  hh: ({ hour }) => digits(hour % 12 || 12, 2),
  h: ({ hour }) => hour % 12 || 12,
  kk: ({ hour }) => digits(hour || 24, 2),
  k: ({ hour }) => hour || 24,
  A: ({ hour }) => (hour < 12 ? "AM" : "PM"),
  a: ({ hour }) => (hour < 12 ? "am" : "pm"),
  mm: ({ minute }) => digits(minute, 2),
  m: ({ minute }) => minute,
  ss: ({ second }) => digits(second, 2),
  s: ({ second }) => second,
  SSS: ({ millisecond }) => digits(millisecond, 3),
  SS: ({ millisecond }) => digits(Math.floor(millisecond / 10), 2),
  S: ({ millisecond }) => Math.floor(millisecond / 100),
  ZZ: (date) => offset(date, ""),
  Z: (date) => offset(date, ":"),
  X: (date) => Math.floor(date.toSeconds()),
  x: (date) => date.toMillis(),
};

/** Tokens that stand for several. */
const LONG: Record<string, string> = {
  LLLL: "dddd, MMMM D, YYYY h:mm A",
  LLL: "MMMM D, YYYY h:mm A",
  LL: "MMMM D, YYYY",
  LTS: "h:mm:ss A",
  LT: "h:mm A",
  L: "MM/DD/YYYY",
};

/** Text in brackets stands for itself, and so does whatever is no token. */
const PIECES = new RegExp(
  `\\[([^\\]]*)\\]|${[...Object.keys(LONG), ...Object.keys(TOKENS)]
    .sort((one, other) => other.length - one.length)
    .join("|")}`,
  "g",
);

/**
 * A date in the words of a pattern, the start of a range.
 *
 * @param timeZone IANA name of the zone, or `UTC+2`.
 * @throws EvaluationFailure for a zone that is none.
 */
export function formatDate(date: DateValue, pattern: string, timeZone: string): string {
  const moment = at(date.start, { timeZone });
  if (!moment.isValid) throw new EvaluationFailure(`${JSON.stringify(timeZone)} is no time zone.`);
  return write(moment, pattern);
}

function write(moment: DateTime, pattern: string): string {
  return pattern.replaceAll(PIECES, (piece: string, literal: string | undefined) => {
    if (literal !== undefined) return literal;
    const long = LONG[piece];
    return long === undefined ? String(TOKENS[piece]?.(moment)) : write(moment, long);
  });
}

function month({ month }: DateTime): string {
  return MONTHS[month - 1] as string;
}

function weekday({ weekday }: DateTime): string {
  return WEEKDAYS[weekday - 1] as string;
}

/** Weeks from Sunday to Saturday, the first the one with January 1. */
function americanWeek(date: DateTime): { year: number; week: number } {
  const saturday = date.plus({ days: 6 - (date.weekday % 7) });
  return { year: saturday.year, week: Math.ceil(saturday.ordinal / 7) };
}

function offset({ offset }: DateTime, separator: string): string {
  const minutes = Math.abs(offset);
  return `${offset < 0 ? "-" : "+"}${digits(Math.floor(minutes / 60), 2)}${separator}${digits(minutes % 60, 2)}`;
}

function ordinal(number: number): string {
  const teens = number % 100 >= 11 && number % 100 <= 13;
  return `${number}${(teens ? undefined : ["th", "st", "nd", "rd"][number % 10]) ?? "th"}`;
}

function digits(number: number, length: number): string {
  return String(number).padStart(length, "0");
}
