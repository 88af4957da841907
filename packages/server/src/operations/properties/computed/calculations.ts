import type { StoredPropertyType } from "../../../store/documents.ts";
import type { Calculation } from "../../../store/query/fields.ts";
import type { SlotKind } from "../../../store/slots.ts";

/**
 * Of the functions of rollups, those that come to something that compares.
 *
 * @param type Of the property that is rolled up.
 * @param isDate Whether its values are dates.
 */
export function calculationOf(
  name: string,
  type: StoredPropertyType,
  isDate: boolean,
): Calculation | undefined {
  switch (name) {
    case "count":
    case "sum":
    case "average":
    case "min":
    case "max":
    case "range":
      return name;
    case "count_values":
      return type === "multi_select" || type === "people" ? "countValues" : "countFilled";
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
      return isDate ? "min" : undefined;
    case "latest_date":
      return isDate ? "max" : undefined;
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
    case "range":
      return of === "n" ? "n" : undefined;
    default:
      return of && "n";
  }
}

const dates: readonly StoredPropertyType[] = ["date", "created_time", "last_edited_time"];

export const isDate = (type: StoredPropertyType): boolean => dates.includes(type);
