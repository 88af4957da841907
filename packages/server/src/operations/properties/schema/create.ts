import type { Schema } from "@notional/openapi-types";
import { validationError } from "../../../errors.ts";
import { configureAll } from "./configure.ts";
import { addProperty, type SchemaEdit } from "./edit.ts";
import { configOf, typeOf } from "./type.ts";

type Requests = Schema<"PropertyConfigRequests">;

/** What a data source has when nothing is said. Recorded. */
export const DEFAULT_PROPERTIES: Requests = { Name: { title: {} } };

/**
 * Gives a new data source its properties.
 *
 * @throws ApiError validation_error without a title or with a second one; what a type refuses
 */
export async function createProperties(requests: Requests, edit: SchemaEdit): Promise<void> {
  const titles = Object.values(requests).filter((request) => typeOf(request) === "title");
  if (titles.length === 0) throw validationError("Title is not provided");
  if (titles.length > 1) throw validationError("Cannot create new title property.");
  const { source, context } = edit;
  const added = Object.entries(requests).flatMap(([name, request]) => {
    const type = typeOf(request);
    // Source: developers.notion.com/reference/property-object: buttons are ignored, and only wikis have verification.
    if (type === "button") return [];
    if (type === "verification") throw validationError(`${name} is not a valid property schema.`);
    const { description = null } = request as { description?: string | null };
    const property = addProperty(source, { name, description, type, config: {} }, context);
    return [{ property, request: configOf(request) }];
  });
  await configureAll(added, source, edit);
}
