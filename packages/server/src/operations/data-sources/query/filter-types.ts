import { type ApiError, validationError } from "../../../errors.ts";
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
  throw mismatch(type, filter);
}

/** Reported: https://community.n8n.io/t/need-help-troubleshooting-an-issue-with-notion-node/10730, and by many since. */
export const mismatch = (property: string, filter: string): ApiError =>
  validationError(
    `The property type in the database does not match the property type of the filter provided: database property ${property} does not match filter ${filter}`,
  );
