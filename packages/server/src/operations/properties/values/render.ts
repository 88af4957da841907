import type { Schema } from "@notional/openapi-types";
import type { StoredProperty } from "../../../store/documents.ts";
import { toMinute } from "../../times.ts";
import { renderPerson } from "./people.ts";
import { renderRelation } from "./relation.ts";
import { valueTypeOf } from "./types.ts";
import type { Rendering, ValuesOf } from "./value-type.ts";

/** How many references a value in a page shows. The property item endpoint has all of them. */
export const MAX_REFERENCES = 25;

/**
 * A value as pages have it.
 *
 * @param limit How many references it may show; all when left out.
 * @returns Nothing for the types that have no values: `location`, `last_visited_time`.
 */
export function renderValue(
  property: StoredProperty,
  page: ValuesOf,
  limit?: number,
): Schema<"PropertyValue"> | undefined {
  const { type } = property;
  const rendering: Rendering = { ...page, property, ...(limit !== undefined && { limit }) };
  const id = encodeURIComponent(property.id);
  if (type === "rollup" || type === "formula") return page.computed.get(property.id);
  if (type === "relation") return { id, type, ...renderRelation(rendering) };
  const value = contentOf(rendering);
  return value === undefined ? undefined : ({ id, type, [type]: value } as Schema<"PropertyValue">);
}

/** What stands under the type. */
function contentOf(rendering: Rendering): unknown {
  const { property, node, document } = rendering;
  const found = document.properties[property.id];
  // After a property has changed its type, what was not converted is empty.
  const stored = found?.type === property.type ? found : undefined;
  switch (property.type) {
    case "created_time":
    case "last_edited_time":
      return toMinute(node[property.type]);
    case "created_by":
    case "last_edited_by":
      return renderPerson(node[property.type], rendering);
    case "unique_id":
      return {
        prefix: property.config.prefix ?? null,
        number: stored?.type === "unique_id" ? stored.unique_id : null,
      };
    case "button":
      return {};
    default: {
      const content = stored && (stored as unknown as Record<string, unknown>)[property.type];
      return valueTypeOf(property.type)?.render(content as never, rendering);
    }
  }
}
