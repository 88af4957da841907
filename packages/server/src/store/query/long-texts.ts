import { type RawBuilder, sql } from "kysely";
import { KEPT_CHARACTERS } from "../slots.ts";
import type { Condition } from "./conditions.ts";
import { column, expression, type Field } from "./fields.ts";

/** Whether a column keeps only the beginning of a text. */
export const isLong = (value: string | number): boolean =>
  typeof value === "string" && value.length >= KEPT_CHARACTERS;

/** What a column keeps of a text. */
export const kept = (text: string): string => Array.from(text).slice(0, KEPT_CHARACTERS).join("");

export function equalsLong(
  field: Field,
  value: RawBuilder<unknown>,
  wanted: string,
  alias: string,
): RawBuilder<boolean> {
  const whole = inWhole(field, value, alias, (text) => sql`${text} = ${wanted}`);
  return sql`${value} = ${kept(wanted)} and ${whole}`;
}

/** Counting characters takes longer than counting bytes, of which there are no fewer. */
const mayBeCut = (value: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql`octet_length(${value}) >= ${sql.lit(KEPT_CHARACTERS)}`;

/** What every text passes that is like this, by its column alone; nothing of other tests. */
export function roughly(condition: Condition): RawBuilder<boolean> | undefined {
  const part =
    "contains" in condition ? condition.contains : "endsWith" in condition ? condition.endsWith : undefined;
  if (part === undefined || !("field" in condition)) return undefined;
  const { field } = condition;
  if (field.of !== "slot" || field.slot.endsWith("*")) return undefined;
  const value = expression(field);
  return sql`(instr(${value}, ${part}) > 0 or ${mayBeCut(value)})`;
}

/** Looks at the whole text where the column is full. */
export function inWhole(
  field: Field,
  value: RawBuilder<unknown>,
  alias: string,
  test: (text: RawBuilder<unknown>) => RawBuilder<boolean>,
): RawBuilder<boolean> {
  if (field.of !== "slot") return sql`1 = 0`;
  return sql`(${mayBeCut(value)} and length(${value}) >= ${sql.lit(KEPT_CHARACTERS)} and exists (select 1 from row_values
    where row_values.page_id = ${column(alias, "page_id")} and row_values.property_id = ${field.property}
      and ${test(sql`row_values.text`)}))`;
}
