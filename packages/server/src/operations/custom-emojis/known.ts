import type { Context } from "../../context.ts";
import { ApiError } from "../../errors.ts";
import { findCustomEmojis } from "../../store/custom-emojis.ts";
import { dashed } from "../../uuid.ts";

/**
 * Holds a request to the custom emojis of the workspace: icons and mentions are answered with their names and
 * pictures, which are nowhere else.
 *
 * @throws ApiError object_not_found; the words are ours
 */
export async function mustKnowEmojis(body: unknown, { db, connection }: Context): Promise<void> {
  const asked = [...emojisIn(body)];
  if (asked.length === 0) return;
  const known = await findCustomEmojis(db, connection.workspaceId, asked);
  const unknown = asked.find((id) => !known.has(id));
  if (unknown === undefined) return;
  throw new ApiError(404, "object_not_found", `Could not find custom emoji with ID: ${unknown}.`);
}

/** The ids of all custom emojis that something names, wherever. */
export function emojisIn(value: unknown, found: Set<string> = new Set()): Set<string> {
  if (typeof value !== "object" || value === null) return found;
  for (const [key, inner] of Object.entries(value)) {
    if (key === "custom_emoji" && isReference(inner)) found.add(dashed(inner.id));
    else emojisIn(inner, found);
  }
  return found;
}

/** A property may be named `custom_emoji` too, but ids of properties are short. */
function isReference(value: unknown): value is { id: string } {
  const { id } = (value ?? {}) as { id?: unknown };
  return typeof id === "string" && id.length >= 32;
}
