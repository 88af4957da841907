import { at, dateAdd, dateBetween, now, today, toMinute } from "../dates/calendar.ts";
import { formatDate } from "../dates/pattern.ts";
import { parseDate } from "../dates/text.ts";
import type { DateValue } from "../values/value.ts";
import { type FunctionDefinition, NOTION } from "./definition.ts";

type Moment = ReturnType<typeof at>;

const parts: [name: string, of: (moment: Moment) => number, description: string, example: string][] = [
  ["minute", ({ minute }) => minute, "The minute, 0 to 59.", "35"],
  ["hour", ({ hour }) => hour, "The hour, 0 to 23.", "17"],
  ["day", ({ weekday }) => weekday, "The day of the week, 1 for Monday to 7 for Sunday.", "1"],
  ["date", ({ day }) => day, "The day of the month, 1 to 31.", "10"],
  ["week", ({ weekNumber }) => weekNumber, "The week of the year by ISO 8601, 1 to 53.", "28"],
  ["month", ({ month }) => month, "The month, 1 to 12.", "7"],
  ["year", ({ year }) => year, "The year.", "2023"],
];

export const date: readonly FunctionDefinition[] = [
  {
    signature: "now(): date",
    description: "The current date and time, to the minute.",
    examples: [["now()", "August 31, 2023 00:55"]],
    source: NOTION,
    run: (context) => now(context),
  },
  {
    signature: "today(): date",
    description: "The current date.",
    examples: [["today()", "August 31, 2023"]],
    source: NOTION,
    run: (context) => today(context),
  },
  ...parts.map(
    ([name, of, description, example]): FunctionDefinition => ({
      signature: `${name}(date: date): number`,
      description,
      examples: [[`${name}(parseDate("2023-07-10T17:35Z"))`, example]],
      source: NOTION,
      run: (context, date: DateValue) => of(at(date.start, context)),
    }),
  ),
  {
    signature: "dateAdd(date: date, amount: number, unit: text): date",
    description:
      "A later date. Units: `years`, `quarters`, `months`, `weeks`, `days`, `hours`, `minutes`, `seconds`, `milliseconds`.",
    examples: [
      ['dateAdd(now(), 1, "days")', "September 1, 2023 00:55"],
      ['dateAdd(parseDate("2024-01-31"), 1, "months")', "February 29, 2024"],
    ],
    source: NOTION,
    run: (context, date: DateValue, amount: number, unit: string) => dateAdd(date, amount, unit, context),
  },
  {
    signature: "dateSubtract(date: date, amount: number, unit: text): date",
    description: "An earlier date, in the same units.",
    examples: [['dateSubtract(now(), 2, "months")', "June 30, 2023 00:55"]],
    source: NOTION,
    run: (context, date: DateValue, amount: number, unit: string) => dateAdd(date, -amount, unit, context),
  },
  {
    signature: "dateBetween(date: date, other: date, unit: text): number",
    description: "How many whole units a date is after another; negative when it is before.",
    examples: [
      ['dateBetween(now(), parseDate("2022-09-07"), "days")', "358"],
      ['dateBetween(parseDate("2030-01-01"), now(), "years")', "6"],
    ],
    source: NOTION,
    run: (context, one: DateValue, other: DateValue, unit: string) => dateBetween(one, other, unit, context),
  },
  {
    signature: "dateRange(start: date, end: date): date",
    description: "The range between two dates.",
    examples: [
      [
        'dateRange(parseDate("2022-09-07"), parseDate("2023-09-07"))',
        "September 7, 2022 → September 7, 2023",
      ],
    ],
    source: NOTION,
    run: (_, start: DateValue, end: DateValue): DateValue => ({
      ...start,
      end: end.end ?? end.start,
      time: start.time || end.time,
    }),
  },
  {
    signature: "dateStart(range: date): date",
    description: "Where a range starts.",
    examples: [
      ['dateStart(dateRange(parseDate("2022-09-07"), parseDate("2023-09-07")))', "September 7, 2022"],
    ],
    source: NOTION,
    run: (_, range: DateValue): DateValue => ({ ...range, end: null }),
  },
  {
    signature: "dateEnd(range: date): date",
    description: "Where a range ends; of a date that is no range, the date.",
    examples: [['dateEnd(dateRange(parseDate("2022-09-07"), parseDate("2023-09-07")))', "September 7, 2023"]],
    source: NOTION,
    run: (_, range: DateValue): DateValue => ({ ...range, start: range.end ?? range.start, end: null }),
  },
  {
    signature: "timestamp(date: date): number",
    description: "The milliseconds from 1970 to a date.",
    examples: [["timestamp(now())", "1693443300000"]],
    source: NOTION,
    run: (_, { start }: DateValue) => start,
  },
  {
    signature: "fromTimestamp(milliseconds: number): date",
    description: "The date that many milliseconds after 1970, to the minute.",
    examples: [["fromTimestamp(1689024900000)", "July 10, 2023 21:35"]],
    source: NOTION,
    run: (context, milliseconds: number): DateValue | null =>
      at(milliseconds, context).isValid
        ? { kind: "date", start: toMinute(milliseconds), end: null, time: true, zone: null }
        : null,
  },
  {
    signature: "formatDate(date: date, pattern: text, timeZone?: text): text",
    description:
      "A date in the words of a pattern, in another zone if told. See below for what stands in a pattern.",
    examples: [
      ['formatDate(now(), "MMMM D, Y")', "August 31, 2023"],
      ['formatDate(now(), "MM/DD/YYYY")', "08/31/2023"],
      ['formatDate(now(), "HH:mm [in Paris]", "Europe/Paris")', "02:55 in Paris"],
    ],
    source: NOTION,
    run: (context, date: DateValue, pattern: string, timeZone = context.timeZone) =>
      formatDate(date, pattern, timeZone),
  },
  {
    signature: "parseDate(text: text): date",
    description: "The date that a text of ISO 8601 says; empty for other text.",
    examples: [
      ['parseDate("2022-01-01")', "January 1, 2022"],
      ['parseDate("2022-01-01T00:00Z")', "January 1, 2022 00:00"],
    ],
    source: NOTION,
    run: ({ timeZone }, text: string) => parseDate(text, timeZone),
  },
];
