import type { Schema } from "@notional/openapi-types";
import { mustReach } from "../../auth/access.ts";
import type { Context } from "../../context.ts";
import { renderDatabase } from "./render.ts";

/**
 * A database as it is now.
 *
 * @throws ApiError object_not_found
 */
export async function answerDatabase(id: string, context: Context): Promise<Schema<"Database">> {
  const { node, inTrash } = await mustReach(context, "database", id, ["database"]);
  return await renderDatabase(node, inTrash, context);
}
