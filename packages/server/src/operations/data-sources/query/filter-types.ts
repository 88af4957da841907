import { validationError } from "../../../errors.ts";
import type { StoredProperty, StoredPropertyType } from "../../../store/documents.ts";

/** Filters of another type that a property takes besides its own. */
const alsoTakes: Partial<Record<StoredPropertyType, string>> = {
  title: "rich_text",
  url: "rich_text",
  email: "rich_text",
  phone_number: "rich_text",
  unique_id: "number",
  created_time: "date",
  last_edited_time: "date",
  created_by: "people",
  last_edited_by: "people",
};

/**
 * Refuses a test of another type than the property.
 *
 * @throws ApiError validation_error
 */
export function mustFit({ type }: StoredProperty, filter: string): void {
  if (filter === type || filter === alsoTakes[type]) return;
  throw validationError(`database property ${type} does not match filter ${filter}`);
}
