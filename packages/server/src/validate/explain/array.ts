import type { Line } from "./line.ts";
import { length } from "./scalar.ts";
import { below, type Place, type SchemaObject } from "./schema.ts";
import { explainValue } from "./value.ts";

/** The length of a list, then the first item that is wrong. */
export function explainArray(schema: SchemaObject, value: unknown[], place: Place): Line[] {
  const { items = true, minItems = 0, maxItems = Number.POSITIVE_INFINITY } = schema;
  if (value.length < minItems) return [length(place, `≥ \`${minItems}\``, value)];
  if (value.length > maxItems) return [length(place, `≤ \`${maxItems}\``, value)];
  for (const [index, item] of value.entries()) {
    const lines = explainValue(items, item, below(place, index));
    if (lines.length > 0) return lines;
  }
  return [];
}
