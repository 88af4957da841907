import type { Schema } from "@notional/openapi-types";
import { DateTime } from "luxon";
import { validationError } from "../../../errors.ts";
import { comparableStart } from "../../../store/dates.ts";
import type { Bound, Condition } from "../../../store/query/conditions.ts";
import type { Field } from "../../../store/query/fields.ts";
import { hasTime } from "../../properties/values/date.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * A test of a date. Days are days in UTC; where a value has a time, a day stands for all of it.
 *
 * @param now The moment that relative dates count from.
 * @throws ApiError validation_error for days that no calendar has
 */
export function dateCondition(field: Field, condition: Schema<"DateCondition">, now: string): Condition {
  if ("is_empty" in condition) return { field, empty: true };
  if ("is_not_empty" in condition) return { not: { field, empty: true } };
  const today = now.slice(0, 10);
  const days = periodOf(condition, today);
  if (days) return within(field, days[0], days[1]);

  const [operator, value] = Object.entries(condition)[0] as [Comparison, string];
  const at = relativeDay(value, today) ?? dayOrMoment(value);
  const limits = at.includes("T") ? momentLimits(at, field) : dayLimits(at);
  switch (operator) {
    case "equals":
      return { field, from: limits.start, to: limits.end };
    case "before":
      return { field, to: { value: limits.start.value, inclusive: !limits.start.inclusive } };
    case "on_or_after":
      return { field, from: limits.start };
    case "after":
      return { field, from: { value: limits.end.value, inclusive: !limits.end.inclusive } };
    case "on_or_before":
      return { field, to: limits.end };
  }
}

/** A day as it is, a moment in UTC. */
function dayOrMoment(text: string): string {
  const moment = DateTime.fromISO(text.replace(" ", "T"), { zone: "utc" });
  if (moment.isValid) return hasTime(text) ? moment.toISO() : text;
  // Where it stands in a filter is not known here, so that the words are ours.
  const instead = `instead was \`${JSON.stringify(text)}\``;
  throw validationError(
    `body failed validation: body.filter should have valid ISO 8601 date strings, ${instead}.`,
  );
}

type Comparison = "equals" | "before" | "after" | "on_or_before" | "on_or_after";

/** The first and the last that count as some day or moment. */
interface Limits {
  start: Bound;
  end: Bound;
}

const dayLimits = (day: string): Limits => ({
  start: { value: day, inclusive: true },
  end: { value: addDays(day, 1), inclusive: false },
});

function momentLimits(text: string, field: Field): Limits {
  const moment = comparableStart({ start: text, time_zone: null });
  if (field.of === "column") return minuteLimits(new Date(moment).getTime());
  // A day without a time is the first moment of it, and compares as less than that.
  const start = moment.endsWith("T00:00:00.000Z") ? moment.slice(0, 10) : moment;
  return { start: { value: start, inclusive: true }, end: { value: moment, inclusive: true } };
}

/** Pages tell times to the minute, so that is what their times are compared by. */
function minuteLimits(moment: number): Limits {
  const iso = (time: number): string => new Date(time).toISOString();
  return {
    start: { value: iso(Math.ceil(moment / MINUTE) * MINUTE), inclusive: true },
    end: { value: iso((Math.floor(moment / MINUTE) + 1) * MINUTE), inclusive: false },
  };
}

/** The first and the last day of a period, or nothing when the condition names none. */
function periodOf(condition: Schema<"DateCondition">, today: string): [string, string] | undefined {
  const [operator] = Object.keys(condition);
  switch (operator) {
    case "this_week": {
      const sunday = addDays(today, -new Date(today).getUTCDay());
      return [sunday, addDays(sunday, 6)];
    }
    case "this_month": {
      const first = `${today.slice(0, 7)}-01`;
      return [first, addDays(addMonths(first, 1), -1)];
    }
    case "past_week":
      return [addDays(today, -7), today];
    case "past_month":
      return [addMonths(today, -1), today];
    case "past_year":
      return [addMonths(today, -12), today];
    case "next_week":
      return [today, addDays(today, 7)];
    case "next_month":
      return [today, addMonths(today, 1)];
    case "next_year":
      return [today, addMonths(today, 12)];
    default:
      return undefined;
  }
}

const within = (field: Field, first: string, last: string): Condition => ({
  field,
  from: { value: first, inclusive: true },
  to: { value: addDays(last, 1), inclusive: false },
});

function relativeDay(value: string, today: string): string | undefined {
  switch (value) {
    case "today":
      return today;
    case "tomorrow":
      return addDays(today, 1);
    case "yesterday":
      return addDays(today, -1);
    case "one_week_ago":
      return addDays(today, -7);
    case "one_week_from_now":
      return addDays(today, 7);
    case "one_month_ago":
      return addMonths(today, -1);
    case "one_month_from_now":
      return addMonths(today, 1);
    default:
      return undefined;
  }
}

/** After the last year of four digits comes what is later than all days. */
function addDays(day: string, days: number): string {
  const text = new Date(new Date(day).getTime() + days * DAY).toISOString();
  return text.startsWith("+") ? "~" : text.slice(0, 10);
}

/** The same day of another month, or its last one when it is shorter. */
function addMonths(day: string, months: number): string {
  const date = new Date(day);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0));
  last.setUTCDate(Math.min(last.getUTCDate(), date.getUTCDate()));
  return last.toISOString().slice(0, 10);
}
