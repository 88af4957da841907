import type { ComputedProperty, StoredProperty, StoredPropertyType } from "../../../store/documents.ts";
import type { Calculation } from "../../../store/query/fields.ts";
import type { SlotKind } from "../../../store/slots.ts";

/** What the values of a property are to functions; of a rollup that is not known before it is computed. */
type Form = ComputedProperty["result"] | "rollup";

const forms: Partial<Record<StoredPropertyType, Form>> = {
  number: "number",
  unique_id: "number",
  checkbox: "boolean",
  date: "date",
  created_time: "date",
  last_edited_time: "date",
  rollup: "rollup",
};

/** @param result What the property comes to, if it is a formula. */
export const formOf = ({ type }: StoredProperty, result: ComputedProperty["result"] = null): Form =>
  type === "formula" ? result : (forms[type] ?? null);

const numbers: readonly Form[] = ["number", "rollup"];
const numbersOrDates: readonly Form[] = ["number", "date", "rollup"];
const booleans: readonly Form[] = ["boolean"];

/** What functions look for. To them, a page with another value has none. */
const lookFor: Partial<Record<string, readonly Form[]>> = {
  sum: numbers,
  average: numbers,
  median: numbers,
  min: numbersOrDates,
  max: numbersOrDates,
  range: numbersOrDates,
  checked: booleans,
  unchecked: booleans,
  percent_checked: booleans,
  percent_unchecked: booleans,
};

const emptiness: ReadonlySet<string> = new Set([
  "count_values",
  "empty",
  "not_empty",
  "percent_empty",
  "percent_not_empty",
]);

/**
 * What a function is computed of: the values of pages, nothing at all, or the pages, each of which has a value then.
 */
export function operandOf(name: string, form: Form): "values" | "nothing" | "pages" {
  if (lookFor[name]?.includes(form) === false) return "nothing";
  // A checkbox is never empty, though what is stored of one that is not checked is.
  return form === "boolean" && emptiness.has(name) ? "pages" : "values";
}

/** Types of which different values are different in columns too: texts are folded and cut there, lists are one text. */
const distinct: ReadonlySet<StoredPropertyType> = new Set([
  "number",
  "unique_id",
  "select",
  "status",
  "created_by",
  "last_edited_by",
]);

const severals: ReadonlySet<StoredPropertyType> = new Set(["multi_select", "people", "files"]);

/**
 * Of the functions of rollups, those that come to something that compares.
 *
 * @param type Of the property that is rolled up.
 * @param form What its values are.
 */
export function calculationOf(name: string, type: StoredPropertyType, form: Form): Calculation | undefined {
  switch (name) {
    case "count":
    case "sum":
    case "average":
    case "median":
    case "min":
    case "max":
      return name;
    // A range of dates compares by its start.
    case "range":
      return form === "date" ? "min" : name;
    case "unique":
      return distinct.has(type) ? "countDistinct" : undefined;
    case "count_values":
      return severals.has(type) ? "countValues" : "countFilled";
    // Of a checkbox, what is stored is that it is checked.
    case "not_empty":
    case "checked":
      return "countFilled";
    case "empty":
    case "unchecked":
      return "countEmpty";
    case "percent_not_empty":
    case "percent_checked":
      return "shareFilled";
    case "percent_empty":
    case "percent_unchecked":
      return "shareEmpty";
    case "earliest_date":
    case "date_range":
      return form === "date" ? "min" : undefined;
    case "latest_date":
      return form === "date" ? "max" : undefined;
    case "show_original":
    case "show_unique":
      return "first";
    default:
      return undefined;
  }
}

/**
 * How what a calculation comes to compares.
 *
 * @param of How the values do that it is made of; nothing of those that do not.
 * @returns Nothing when it cannot be made of them.
 */
export function calculatedKind(calculate: Calculation, of: SlotKind | undefined): SlotKind | undefined {
  switch (calculate) {
    case "count":
      return "n";
    case "min":
    case "max":
    case "first":
      return of;
    case "sum":
    case "average":
    case "median":
    case "range":
      return of === "n" ? "n" : undefined;
    default:
      return of && "n";
  }
}
