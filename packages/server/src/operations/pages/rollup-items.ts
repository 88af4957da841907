import type { Schema } from "@notional/openapi-types";
import type { Context } from "../../context.ts";
import type { PageDocument, StoredProperty } from "../../store/documents.ts";
import { findNodes } from "../../store/nodes.ts";
import type { Node } from "../../store/tables.ts";
import { computeProperties } from "../properties/computed/index.ts";
import type { RollupConfig } from "../properties/schema/rollups.ts";
import { renderValue } from "../properties/values/render.ts";
import { type Items, itemsOf, type Part, relationItems } from "./items.ts";
import { loadPages } from "./load.ts";
import type { PageSchema } from "./schema.ts";

/**
 * The items of a rollup. Of one that shows the originals they are the values of the related pages; of one that
 * computes they are the related pages, and the value comes with the last of them.
 */
export async function rollupItems(
  page: Node,
  rollup: StoredProperty,
  schema: PageSchema,
  part: Part,
  context: Context,
): Promise<Items> {
  const {
    function: name,
    relation_property_id,
    rollup_property_id,
  } = rollup.config as unknown as RollupConfig;
  const relation = schema.properties.find((property) => property.id === relation_property_id);
  const followed =
    relation && !schema.trashedRelations.has(relation.id)
      ? await relationItems(page.id, relation, part, context)
      : { results: [], next: undefined };
  const { results, next } = followed;
  if (name === "show_original") {
    const targets = results.map((item) => (item as Schema<"RelationPropertyItem">).relation.id);
    const summary = { type: "array", array: [], function: name };
    return { results: await originals(targets, rollup_property_id, context), summary, next };
  }
  if (next !== undefined) {
    return { results, next, summary: { type: "incomplete", incomplete: {}, function: name } };
  }
  if (notSummedUp.has(name)) {
    return { results, next, summary: { type: "unsupported", unsupported: {}, function: name } };
  }
  return { results, next, summary: await computed(page, rollup, schema, context) };
}

/** Pages have values of these, items do not: https://developers.notion.com/reference/property-item-object */
const notSummedUp: ReadonlySet<string> = new Set(["show_unique", "unique", "median"]);

/** What the rollup comes to over all related pages, however many there are. */
async function computed(page: Node, property: StoredProperty, { dataSource }: PageSchema, context: Context) {
  if (!dataSource) return undefined;
  const own = { id: dataSource.node.id, document: dataSource.document };
  const pages = [{ node: page, document: JSON.parse(page.document) as PageDocument }];
  const values = await computeProperties(pages, own, [property], context, Number.MAX_SAFE_INTEGER);
  const value = values.get(page.id)?.get(property.id);
  return value?.type === "rollup" ? value.rollup : undefined;
}

/** The values of related pages, one after the other. */
async function originals(targetIds: readonly string[], propertyId: string, context: Context) {
  const nodes = await findNodes(context.db, context.connection.workspaceId, targetIds);
  const inOrder = targetIds.flatMap((id) => nodes.get(id) ?? []);
  const pages = await loadPages(inOrder, context, { only: [propertyId] });
  return pages.flatMap((page) =>
    page.properties.flatMap((property) => {
      const value = renderValue(property, page);
      return value ? itemsOf(value) : [];
    }),
  );
}
