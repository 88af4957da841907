import type { Schema } from "@notional/openapi-types";
import type { Reached, Seen } from "../../auth/access.ts";
import type { Context } from "../../context.ts";
import { JsonBytes } from "../json-bytes.ts";
import { type RenderedProperties, renderPageBytes, renderPages } from "./render.ts";

/** One page as JSON, from what was answered before where that still holds. */
export async function renderSeen({ self, inTrash, ancestry }: Seen, context: Context): Promise<JsonBytes> {
  const [, above] = ancestry.chain;
  const schemaRevision = above?.kind === "data_source" ? above.revision : undefined;
  const trashed = new Set(inTrash ? [self.id] : []);
  const [bytes] = await renderPageBytes([self], trashed, context, schemaRevision);
  return new JsonBytes(bytes as Buffer<ArrayBuffer>);
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
