import { type DateTime, Info } from "luxon";
import { EvaluationFailure } from "../evaluate/context.ts";
import type { DateValue } from "../values/value.ts";
import { at } from "./calendar.ts";

/** The tokens of `formatDate`, those of Moment.js, with what Luxon calls them or how they are made. */
const TOKENS: Record<string, string | ((date: DateTime) => string)> = {
  YYYY: "yyyy",
  YY: "yy",
  Y: "y",
  Qo: ({ quarter }) => ordinal(quarter),
  Q: "q",
  MMMM: "LLLL",
  MMM: "LLL",
  MM: "LL",
  Mo: ({ month }) => ordinal(month),
  M: "L",
  WW: "WW",
  Wo: ({ weekNumber }) => ordinal(weekNumber),
  W: "W",
  GGGG: "kkkk",
  GG: "kk",
  ww: (date) => String(americanWeek(date).week).padStart(2, "0"),
  wo: (date) => ordinal(americanWeek(date).week),
  w: (date) => String(americanWeek(date).week),
  gggg: (date) => String(americanWeek(date).year),
  gg: (date) => String(americanWeek(date).year % 100).padStart(2, "0"),
  DDDD: "ooo",
  DDDo: ({ ordinal: day }) => ordinal(day),
  DDD: "o",
  DD: "dd",
  Do: ({ day }) => ordinal(day),
  D: "d",
  dddd: "cccc",
  ddd: "ccc",
  dd: (date) => date.toFormat("ccc").slice(0, 2),
  do: ({ weekday }) => ordinal(weekday % 7),
  d: ({ weekday }) => String(weekday % 7),
  E: ({ weekday }) => String(weekday),
  e: ({ weekday }) => String(weekday % 7),
  HH: "HH",
  H: "H",
  hh: "hh",
  h: "h",
  kk: ({ hour }) => String(hour || 24).padStart(2, "0"),
  k: ({ hour }) => String(hour || 24),
  A: (date) => date.toFormat("a").toUpperCase(),
  a: (date) => date.toFormat("a").toLowerCase(),
  mm: "mm",
  m: "m",
  ss: "ss",
  s: "s",
  SSS: "SSS",
  SS: "uu",
  S: "uuu",
  ZZ: "ZZZ",
  Z: "ZZ",
  X: "X",
  x: "x",
  LLLL: "cccc, LLLL d, yyyy h:mm a",
  LLL: "LLLL d, yyyy h:mm a",
  LL: "LLLL d, yyyy",
  LTS: "h:mm:ss a",
  LT: "h:mm a",
  L: "LL/dd/yyyy",
};

/** Text in brackets stands for itself, and so does whatever is no token. */
const PIECES = new RegExp(
  `\\[([^\\]]*)\\]|${Object.keys(TOKENS)
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
  if (!Info.isValidIANAZone(timeZone) && !at(0, { timeZone }).isValid) {
    throw new EvaluationFailure(`${JSON.stringify(timeZone)} is no time zone.`);
  }
  const moment = at(date.start, { timeZone });
  return pattern.replaceAll(PIECES, (piece: string, literal: string | undefined) => {
    if (literal !== undefined) return literal;
    const token = TOKENS[piece] ?? "";
    return typeof token === "string" ? moment.toFormat(token) : token(moment);
  });
}

/** Weeks from Sunday to Saturday, the first the one with January 1. Luxon asks Intl, which no longer knows. */
function americanWeek(date: DateTime): { year: number; week: number } {
  const saturday = date.plus({ days: 6 - (date.weekday % 7) });
  return { year: saturday.year, week: Math.ceil(saturday.ordinal / 7) };
}

function ordinal(number: number): string {
  const teens = number % 100 >= 11 && number % 100 <= 13;
  return `${number}${(teens ? undefined : ["th", "st", "nd", "rd"][number % 10]) ?? "th"}`;
}
