import type { RequestBody, Schema } from "@notional/openapi-types";
import { mustReach, type Reached, reach } from "../../auth/access.ts";
import type { Context } from "../../context.ts";
import { validationError } from "../../errors.ts";
import { addToChildrenCount } from "../../store/children.ts";
import type { PageDocument, StoredProperty } from "../../store/documents.ts";
import { updateNode } from "../../store/nodes.ts";
import { relatedPages, removeFromRelations } from "../../store/relations.ts";
import { unindexPage } from "../../store/rows.ts";
import { dashed } from "../../uuid.ts";
import { onlyDataSource } from "../databases/only-data-source.ts";
import { optionsOf } from "../properties/schema/options.ts";
import { relationOf } from "../properties/schema/relations.ts";
import { writeRelation } from "../properties/values/relation.ts";
import { touchContent } from "../touch.ts";
import { mustNotBeInTrash } from "../trash.ts";
import { positionAt } from "./create.ts";
import { findParent, type PageParent } from "./parent.ts";
import { renderReached } from "./reached.ts";
import { type PageSchema, schemaOf, schemasOf } from "./schema.ts";
import { initialValues, keepPage, readPageValues } from "./values.ts";

type ParentRequest = RequestBody<"movePage">["parent"];

/**
 * Moves a page with all that is below it, to the end of a page or into a data source. Of its values those are kept
 * that the new place has a property of the same name and type for. A move is no edit: the last one stays whose and
 * when it was, see https://github.com/hkob/notion_ruby_mapping/blob/main/spec/fixtures/move_page_to_data_source.json
 *
 * @throws ApiError object_not_found; validation_error when the page would come to lie within itself
 */
export async function movePage(
  pageId: string,
  asked: ParentRequest,
  context: Context,
): Promise<Schema<"Page">> {
  const moved = await mustReach(context, "page", pageId, ["page"]);
  mustNotBeInTrash(moved);
  const parent = await findNewParent(asked, context);
  const above = parent.reached as Reached;
  if (above.ancestry.chain.some(({ id }) => id === pageId)) {
    throw validationError("A page cannot be moved into itself or into a page below it.");
  }
  await leave(moved, context);
  await arrive(moved, parent, context);
  return await renderReached(await mustReach(context, "page", pageId, ["page"]), context);
}

/** A database that has one data source may stand where a page is asked for. */
async function findNewParent(asked: ParentRequest, context: Context): Promise<PageParent> {
  if ("page_id" in asked) {
    const id = dashed(asked.page_id);
    if (await reach(context, id, ["database"])) {
      return await findParent({ data_source_id: await onlyDataSource(id, context) }, context);
    }
  }
  return await findParent(asked, context);
}

async function leave({ node, ancestry }: Reached, context: Context): Promise<void> {
  const [, before] = ancestry.chain;
  if (!before) return;
  if (before.kind === "data_source") {
    await unindexPage(context.db, before.id, node.id);
    return;
  }
  await addToChildrenCount(context.db, before.id, -1);
  await touchContent(ancestry.chain.slice(1), context);
}

async function arrive(
  { node }: Reached,
  { reached, dataSource }: PageParent,
  context: Context,
): Promise<void> {
  const { node: above, ancestry } = reached as Reached;
  const { db } = context;
  const place = {
    parent_kind: above.kind,
    parent_id: above.id,
    position: dataSource ? null : await positionAt(above.id, { at: "end" }, context),
  };
  await updateNode(db, node.id, place);
  if (!dataSource) {
    await addToChildrenCount(db, above.id, 1);
    await touchContent(ancestry.chain, context);
  }
  const from = (await schemasOf([node], context))(node);
  const to = await schemaOf(dataSource, context);
  const sameSource = dataSource !== undefined && from.dataSource?.node.id === dataSource.node.id;
  const { is_template: _template, ...document } = JSON.parse(node.document) as PageDocument;
  const properties = sameSource ? document.properties : await carryOver(node.id, document, from, to, context);
  await keepPage({ ...node, ...place }, { ...document, properties }, dataSource, context);
  context.changes.add(node.id, "all");
}

/** The values that a page has in its new place. */
async function carryOver(
  pageId: string,
  { properties: before }: PageDocument,
  from: PageSchema,
  to: PageSchema,
  context: Context,
): Promise<PageDocument["properties"]> {
  const related = (await relatedPages(context.db, [pageId])).get(pageId);
  for (const { page_id, property_id } of await removeFromRelations(context.db, pageId)) {
    context.changes.add(page_id, [property_id]);
  }
  const values = await initialValues(to.dataSource, context);
  const named: Schema<"PropertyValueRequests"> = {};
  for (const property of to.properties) {
    const { id, type } = property;
    const old = from.properties.find((other) => sameProperty(other, property));
    if (!old || type === "unique_id") continue;
    const value = before[old.id];
    if (type === "relation") {
      // What it pointed at of itself is no longer where the relation leads.
      const targets = related?.get(old.id)?.filter((target) => target !== pageId);
      if (targets) await writeRelation(pageId, property, targets, context);
    } else if (type === "select" || type === "multi_select" || type === "status") {
      const request = optionRequest(old, value, property);
      if (request) named[id] = request;
    } else if (value) values[id] = value;
  }
  const { values: options } = await readPageValues(named, to, context);
  return { ...values, ...options };
}

function sameProperty(one: StoredProperty, other: StoredProperty): boolean {
  if (one.type !== other.type) return false;
  if (one.type === "title") return true;
  if (one.name !== other.name) return false;
  return one.type !== "relation" || relationOf(one).data_source_id === relationOf(other).data_source_id;
}

/** The options of another property are others, even where they have the same names. */
function optionRequest(
  old: StoredProperty,
  value: PageDocument["properties"][string] | undefined,
  { type, config }: StoredProperty,
): Schema<"PropertyValueRequest"> | undefined {
  const ids = value?.type === "multi_select" ? value.multi_select : [valueId(value)];
  const options = ids.flatMap((id) => optionsOf(old.config).find((option) => option.id === id) ?? []);
  const [first] = options;
  if (type === "multi_select") return { multi_select: options.map(({ name, color }) => ({ name, color })) };
  if (!first) return undefined;
  if (type === "select") return { select: { name: first.name, color: first.color } };
  const known = optionsOf(config).some(({ name }) => name === first.name);
  return known ? { status: { name: first.name } } : undefined;
}

const valueId = (value: PageDocument["properties"][string] | undefined): string | null =>
  value?.type === "select" ? value.select : value?.type === "status" ? value.status : null;
