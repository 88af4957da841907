/** A value while a formula is evaluated. `null` is empty. Numbers are finite, always. */
export type Value = null | string | number | boolean | DateValue | Person | Row | Value[];

/** A date, or a range of them. */
export interface DateValue {
  kind: "date";
  /** Milliseconds since 1970. Of a day without a time: where it begins in the time zone of the evaluation. */
  start: number;
  end: number | null;
  /** Whether it is a moment of the day, and not the day. */
  time: boolean;
  /**
   * The zone that it was written in (`UTC+2`, `Europe/Berlin`) and in which the API gives it back; `null` for that of
   * the evaluation. Functions look at the clock of the evaluation, whatever this is.
   */
  zone: string | null;
}

export interface Person {
  kind: "person";
  id: string;
  name: string | null;
  email: string | null;
}

/** A page, and the way to the values of its properties. Whatever evaluates a formula brings these. */
export interface Row {
  kind: "page";
  id: string;
  /** Plain text of the title. */
  title: string;
  /** The value of a property, by its decoded id. Called again for each mention, so it should be quick. */
  get(propertyId: string): Value;
}

/** A number as formulas know it: what is not finite is empty, as in `1 / 0`; there is no negative zero. */
export function finite(value: number): number | null {
  if (!Number.isFinite(value)) return null;
  return value === 0 ? 0 : value;
}

/** Whether a condition holds: not for `false`, 0, `""`, `[]` and empty. */
export function holds(value: Value): boolean {
  return !isEmpty(value);
}

/** What `empty(value)` says. */
export function isEmpty(value: Value): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return value === null || value === false || value === 0 || value === "";
}
