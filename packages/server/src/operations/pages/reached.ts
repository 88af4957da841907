import type { Schema } from "@notional/openapi-types";
import type { Reached } from "../../auth/access.ts";
import type { Context } from "../../context.ts";
import { type RenderedProperties, renderPages } from "./render.ts";

/** One page as answers have it. */
export async function renderReached(
  { node, inTrash }: Reached,
  context: Context,
  options?: RenderedProperties,
): Promise<Schema<"Page">> {
  const [page] = await renderPages([node], new Set(inTrash ? [node.id] : []), context, options);
  return page as Schema<"Page">;
}
