import type { Schema } from "@notional/openapi-types";
import type { Reached } from "../../auth/access.ts";
import type { Context } from "../../context.ts";
import { JsonText } from "../json-text.ts";
import { type RenderedProperties, renderPages, renderPageTexts } from "./render.ts";

/** One page as JSON, from what was answered before where that still holds. */
export async function renderReachedText(
  { node, inTrash, ancestry }: Reached,
  context: Context,
): Promise<JsonText> {
  const [, above] = ancestry.chain;
  const schemaRevision = above?.kind === "data_source" ? above.revision : undefined;
  const trashed = new Set(inTrash ? [node.id] : []);
  const [text = ""] = await renderPageTexts([node], trashed, context, schemaRevision);
  return new JsonText(text);
}

/** One page as answers have it. */
export async function renderReached(
  { node, inTrash }: Reached,
  context: Context,
  options?: RenderedProperties,
): Promise<Schema<"Page">> {
  const [page] = await renderPages([node], new Set(inTrash ? [node.id] : []), context, options);
  return page as Schema<"Page">;
}
