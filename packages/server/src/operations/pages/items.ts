import type { Schema } from "@notional/openapi-types";
import type { Context } from "../../context.ts";
import type { StoredProperty } from "../../store/documents.ts";
import { listRelated } from "../../store/relations.ts";
import { splitPage } from "../lists.ts";

type PropertyItem = Schema<"PropertyItem">;

/** A page of items, and where the next one begins. */
export interface Items {
  results: PropertyItem[];
  /** What `property_item` says under the type. */
  summary: unknown;
  next: number | undefined;
}

/** Which part of the items is asked for. */
export interface Part {
  from: number;
  size: number;
}

type Value = Schema<"PropertyValue"> | Schema<"RollupElement">;

/** Whether the items of a value are listed even when there is one or none. */
export const isListed = ({ type }: Value): boolean =>
  type === "title" || type === "rich_text" || type === "people";

/** A value as items, each with one text, person or page, or with the value as it is. */
export function itemsOf(value: Value & { id?: string }): PropertyItem[] {
  const { id = "", type } = value;
  const content = (value as unknown as Record<string, unknown>)[type];
  const contents = isListed(value) || type === "relation" ? (content as unknown[]) : [content];
  return contents.map((one) => ({ object: "property_item", type, id, [type]: one }) as PropertyItem);
}

/** The targets of a relation as items. A cursor is the place of the target in the value. */
export async function relationItems(
  pageId: string,
  { id }: StoredProperty,
  { from, size }: Part,
  { db }: Context,
): Promise<Items> {
  const found = await listRelated(db, pageId, id, from, size + 1);
  const { page, next } = splitPage(found, size);
  const results = page.map(
    ({ target_id }): PropertyItem => ({
      object: "property_item",
      type: "relation",
      id: encodeURIComponent(id),
      relation: { id: target_id },
    }),
  );
  return { results, summary: {}, next: next?.place };
}
