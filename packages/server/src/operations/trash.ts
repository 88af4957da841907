import type { Reached } from "../auth/access.ts";
import type { Context } from "../context.ts";
import { notImplemented } from "../errors.ts";

/**
 * Puts a page, database, data source or block into the trash, or takes it out. What lies below follows by
 * itself, because it reads as trashed while something above it is.
 *
 * @throws ApiError validation_error when something above it is in the trash
 */
export async function setInTrash(_reached: Reached, _inTrash: boolean, _context: Context): Promise<void> {
  throw notImplemented("setInTrash");
}

/**
 * Refuses to change what is in the trash.
 *
 * @throws ApiError validation_error, in Notion's words
 */
export function mustNotBeInTrash(_reached: Reached): void {
  throw notImplemented("mustNotBeInTrash");
}
