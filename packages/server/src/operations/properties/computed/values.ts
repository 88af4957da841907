import type { Schema } from "@notional/openapi-types";
import { comparableStart } from "../../../store/dates.ts";

/** A value of a related page, as answers have it. */
export type Value = Schema<"PropertyValue">;

type DateValue = Schema<"DateValue">;

/** What stands under the type; of rollups and formulas what they come to. */
function contentOf(value: Value): unknown {
  const content = (value as unknown as Record<string, unknown>)[value.type];
  if (value.type !== "rollup" && value.type !== "formula") return content;
  const result = content as Record<string, unknown> & { type: string };
  return result.type === "unsupported" ? null : result[result.type];
}

/** Whether a page has no value. A checkbox is never empty. */
export function isEmpty(value: Value): boolean {
  const content = contentOf(value);
  if (value.type === "verification") return value.verification?.state === "unverified";
  if (value.type === "unique_id") return value.unique_id.number === null;
  return content === null || content === undefined || (Array.isArray(content) && content.length === 0);
}

export const isChecked = (value: Value): boolean => contentOf(value) === true;

/** How many values a page has: texts are one, lists as many as they are long. */
export function sizeOf(value: Value): number {
  return isEmpty(value) ? 0 : partsOf(value).length;
}

/** The values that are numbers. */
export function numbersOf(values: readonly Value[]): number[] {
  return values.flatMap((value) => {
    const content = value.type === "unique_id" ? value.unique_id.number : contentOf(value);
    return typeof content === "number" ? [content] : [];
  });
}

/** The middle number, or the mean of the two in the middle; none of none. */
export function medianOf(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle)] ?? Number.NaN)) / 2;
}

/** All that pages have, each thing once: of lists every element, texts as a whole. */
export function distinctOf(values: readonly Value[]): Set<string> {
  const filled = values.filter((value) => !isEmpty(value));
  return new Set(filled.flatMap(partsOf).map((part) => JSON.stringify(part)));
}

function partsOf(value: Value): unknown[] {
  const content = contentOf(value);
  return Array.isArray(content) && !isText(value) ? content : [content];
}

const isText = ({ type }: Value): boolean => type === "title" || type === "rich_text";

/** The first and the last moment of all values that are dates; nothing when none is. */
export function spanOf(values: readonly Value[]): Span | undefined {
  const dates = values.flatMap((value) => dateOf(value) ?? []);
  const starts = dates.map(({ start, time_zone }) => ({ text: start, time_zone }));
  const ends = dates.map(({ start, end, time_zone }) => ({ text: end ?? start, time_zone }));
  const first = starts.toSorted(byMoment)[0];
  const last = ends.toSorted(byMoment).at(-1);
  return first && last && { start: first.text, end: last.text, time_zone: first.time_zone };
}

export interface Span extends DateValue {
  end: string;
}

function dateOf(value: Value): DateValue | undefined {
  if (value.type === "created_time" || value.type === "last_edited_time") {
    return { start: contentOf(value) as string, end: null, time_zone: null };
  }
  const content = contentOf(value);
  return typeof content === "object" && content !== null && "start" in content
    ? (content as DateValue)
    : undefined;
}

interface Moment {
  text: string;
  time_zone: DateValue["time_zone"];
}

function byMoment(one: Moment, other: Moment): number {
  const [first, second] = [one, other].map(({ text, time_zone }) =>
    comparableStart({ start: text, time_zone }),
  ) as [string, string];
  return first < second ? -1 : Number(first > second);
}

/** A value among others in a list, where rollups give way to what they come to. */
export function elementsOf(value: Value): Schema<"RollupElement">[] | undefined {
  if (value.type === "rollup") {
    const { rollup } = value;
    switch (rollup.type) {
      case "array":
        return rollup.array;
      case "number":
        return [{ type: "number", number: rollup.number }];
      case "date":
        return [{ type: "date", date: rollup.date }];
      default:
        return undefined;
    }
  }
  const { id: _, ...element } = value;
  return [element as Schema<"RollupElement">];
}
