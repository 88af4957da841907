import type { Db } from "./database.ts";
import { KEPT_CHARACTERS } from "./slots.ts";
import type { RowValuesTable } from "./tables.ts";

/** Puts a value into its column, and what does not fit into `row_values`. */
export function placeValue(
  value: string | number | null,
  slot: string,
  columns: Record<string, unknown>,
  values: RowValuesTable[],
  key: Pick<RowValuesTable, "page_id" | "property_id">,
): void {
  if (slot.endsWith("*")) {
    const text = typeof value === "string" ? value : null;
    values.push({ ...key, text, number: typeof value === "number" ? value : null });
  } else if (typeof value === "string" && value.length >= KEPT_CHARACTERS) {
    columns[slot] = Array.from(value).slice(0, KEPT_CHARACTERS).join("");
    values.push({ ...key, text: value, number: null });
  } else {
    columns[slot] = value;
  }
}

/** Writes what has no place in `rows`. */
export async function writeValues(db: Db, values: RowValuesTable[]): Promise<void> {
  await db
    .insertInto("row_values")
    .values(values)
    .onConflict((conflict) =>
      conflict.columns(["page_id", "property_id"]).doUpdateSet((excluded) => ({
        text: excluded.ref("excluded.text"),
        number: excluded.ref("excluded.number"),
      })),
    )
    .execute();
}
