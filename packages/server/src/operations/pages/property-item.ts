import type { Schema } from "@notional/openapi-types";
import type { Reached } from "../../auth/access.ts";
import type { Context } from "../../context.ts";
import { validationError } from "../../errors.ts";
import type { StoredProperty } from "../../store/documents.ts";
import { DEFAULT_PAGE_SIZE, invalidCursor } from "../lists.ts";
import { findProperty } from "../properties/find.ts";
import { renderValue } from "../properties/values/render.ts";
import { type Items, isListed, itemsOf, type Part, relationItems } from "./items.ts";
import { type LoadedPage, loadPages } from "./load.ts";
import { rollupItems } from "./rollup-items.ts";
import { type PageSchema, schemasOf } from "./schema.ts";

/**
 * The whole value of a property: a single item, or a list of items of the types that may have many.
 *
 * @throws ApiError validation_error for an unknown property or an invalid cursor
 */
export async function getPageProperty(
  { node }: Reached,
  key: string,
  query: { start_cursor?: string; page_size?: number },
  context: Context,
): Promise<Schema<"PropertyItemOrList">> {
  const schema = (await schemasOf([node], context))(node);
  const property = findProperty(schema.properties, key);
  if (!property) throw unknownProperty(key);
  const answer = await readProperty(node, property, schema, partOf(query), context);
  if (!answer) throw unknownProperty(key);
  const isId = property.id === key || encodeURIComponent(property.id) === key;
  return isId ? answer : underName(answer, key);
}

/**
 * A property that is asked for by its name has the name where others have their id.
 * https://github.com/makenotion/notion-sdk-js/issues/478,
 * https://github.com/kristaxlab/notion-sdk/blob/main/src/test/resources/json/retrieve-property-list-title.json
 */
function underName(answer: Schema<"PropertyItemOrList">, id: string): Schema<"PropertyItemOrList"> {
  if (answer.object !== "list") return { ...answer, id };
  const { results, property_item } = answer;
  // What a rollup lists are values of another property.
  const renamed = property_item.type === "rollup" ? results : results.map((item) => ({ ...item, id }));
  return {
    ...answer,
    results: renamed,
    property_item: { ...property_item, id },
  } as Schema<"PropertyItemList">;
}

async function readProperty(
  node: Reached["node"],
  property: StoredProperty,
  schema: PageSchema,
  part: Part,
  context: Context,
): Promise<Schema<"PropertyItemOrList"> | undefined> {
  if (property.type === "relation") {
    const trashed = schema.trashedRelations.has(property.id);
    const items = trashed ? NO_ITEMS : await relationItems(node.id, property, part, context);
    return listOf(node.id, property, items, part, context);
  }
  if (property.type === "rollup") {
    const items = await rollupItems(node, property, schema, part, context);
    return listOf(node.id, property, items, part, context);
  }
  const [page] = await loadPages([node], context, { only: [property.id] });
  const value = renderValue(property, page as LoadedPage);
  if (!value) return undefined;
  const items = itemsOf(value);
  if (!isListed(value)) return items[0] as Schema<"PropertyItem">;
  const next = part.from + part.size;
  const results = items.slice(part.from, next);
  const summary = { results, summary: {}, next: next < items.length ? next : undefined };
  return listOf(node.id, property, summary, part, context);
}

const unknownProperty = (key: string) => validationError(`${key} is not a property that exists.`);

const NO_ITEMS: Items = { results: [], summary: {}, next: undefined };

function partOf({
  start_cursor: cursor,
  page_size = DEFAULT_PAGE_SIZE,
}: Parameters<typeof getPageProperty>[2]) {
  if (cursor !== undefined && !/^\d{1,9}$/.test(cursor)) throw invalidCursor(cursor);
  return { from: Number(cursor ?? 0), size: page_size };
}

function listOf(
  pageId: string,
  property: StoredProperty,
  { results, summary, next }: Items,
  { size }: Part,
  { settings }: Context,
): Schema<"PropertyItemList"> {
  const id = encodeURIComponent(property.id);
  const cursor = next === undefined ? null : String(next);
  const url = `${settings.apiUrl}/v1/pages/${pageId}/properties/${id}`;
  return {
    object: "list",
    results,
    next_cursor: cursor,
    has_more: cursor !== null,
    type: "property_item",
    property_item: {
      id,
      next_url: cursor === null ? null : `${url}?start_cursor=${cursor}&page_size=${size}`,
      type: property.type,
      [property.type]: summary,
    },
  } as Schema<"PropertyItemList">;
}
