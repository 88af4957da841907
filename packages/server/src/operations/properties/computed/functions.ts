import type { Schema } from "@notional/openapi-types";
import {
  distinctOf,
  elementsOf,
  isChecked,
  isEmpty,
  medianOf,
  numbersOf,
  sizeOf,
  spanOf,
  type Value,
} from "./values.ts";

type DateValue = Schema<"DateValue">;

/** What a function comes to, before it is said which one it was. */
type Result =
  | { type: "number"; number: number | null }
  | { type: "date"; date: DateValue | null }
  | { type: "array"; array: Schema<"RollupElement">[] }
  | { type: "unsupported"; unsupported: Record<string, never> };

/**
 * What a function makes of the values of related pages, one for each page. Shares are fractions of 1; of no pages
 * there is no share, no average and no date.
 */
export const rollUp = (name: Schema<"RollupFunction">, values: readonly Value[]): Schema<"RollupValue"> => ({
  ...functions[name](values),
  function: name,
});

export const unsupported: Result = { type: "unsupported", unsupported: {} };

const number = (value: number): Result => ({ type: "number", number: Number.isFinite(value) ? value : null });
const date = (value: DateValue | undefined): Result => ({ type: "date", date: value ?? null });
const count = (values: readonly Value[], test: (value: Value) => boolean) => values.filter(test).length;

const isFilled = (value: Value): boolean => !isEmpty(value);
const isUnchecked = (value: Value): boolean => !isChecked(value);

/** The number of pages like this, and their share of all. */
const counted = (test: (value: Value) => boolean) => (values: readonly Value[]) =>
  number(count(values, test));
const shared = (test: (value: Value) => boolean) => (values: readonly Value[]) =>
  number(count(values, test) / values.length);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** The app computes these, the API does not: https://developers.notion.com/reference/property-item-object */
const notComputed = () => unsupported;

const listed = (values: readonly Value[]): Result => {
  const array = values.map(elementsOf);
  return array.every((elements) => elements !== undefined)
    ? { type: "array", array: array.flat() }
    : unsupported;
};

const functions: Record<Schema<"RollupFunction">, (values: readonly Value[]) => Result> = {
  count: (values) => number(values.length),
  count_values: (values) => number(sum(values.map(sizeOf))),
  empty: counted(isEmpty),
  not_empty: counted(isFilled),
  percent_empty: shared(isEmpty),
  percent_not_empty: shared(isFilled),
  checked: counted(isChecked),
  unchecked: counted(isUnchecked),
  percent_checked: shared(isChecked),
  percent_unchecked: shared(isUnchecked),
  sum: (values) => number(sum(numbersOf(values))),
  average: (values) => number(sum(numbersOf(values)) / numbersOf(values).length),
  min: (values) => {
    const span = spanOf(values);
    return span ? date(single(span.start, span)) : number(Math.min(...numbersOf(values)));
  },
  max: (values) => {
    const span = spanOf(values);
    return span ? date(single(span.end, span)) : number(Math.max(...numbersOf(values)));
  },
  range: (values) => {
    const span = spanOf(values);
    return span ? date(span) : number(Math.max(...numbersOf(values)) - Math.min(...numbersOf(values)));
  },
  earliest_date: (values) => {
    const span = spanOf(values);
    return date(span && single(span.start, span));
  },
  latest_date: (values) => {
    const span = spanOf(values);
    return date(span && single(span.end, span));
  },
  date_range: (values) => date(spanOf(values)),
  show_original: listed,
  // Pages have these three, which the same reference says are not computed. A recorded list kept three equal elements.
  // https://github.com/kristaxlab/notion-sdk (unique of e-mails), https://github.com/asstart/gotion (median)
  show_unique: listed,
  unique: (values) => number(distinctOf(values).size),
  median: (values) => number(medianOf(numbersOf(values))),
  count_per_group: notComputed,
  percent_per_group: notComputed,
};

const single = (start: string, { time_zone }: DateValue): DateValue => ({ start, end: null, time_zone });
