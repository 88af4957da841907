import type { Db } from "./database.ts";

/**
 * Takes numbers from a counter, which never gives one twice.
 *
 * @param count How many, one after the other.
 * @returns The first of them. The first number of a new counter is 1.
 */
export async function takeNumbers(db: Db, name: string, count = 1): Promise<number> {
  const { value } = await db
    .insertInto("counters")
    .values({ name, value: count })
    .onConflict((conflict) =>
      conflict.column("name").doUpdateSet((eb) => ({ value: eb("counters.value", "+", count) })),
    )
    .returning("value")
    .executeTakeFirstOrThrow();
  return Number(value) - count + 1;
}

/** The counter of a `unique_id` property. */
export const uniqueIdCounter = (dataSourceId: string, propertyId: string): string =>
  `unique_id:${dataSourceId}:${propertyId}`;
