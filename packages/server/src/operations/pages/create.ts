import type { RequestBody, Schema } from "@notional/openapi-types";
import type { Context } from "../../context.ts";
import { notImplemented, validationError } from "../../errors.ts";
import { addToChildrenCount } from "../../store/children.ts";
import type { PageDocument } from "../../store/documents.ts";
import { insertNode } from "../../store/nodes.ts";
import { type Place, positionsAt } from "../../store/positions.ts";
import { indexPage } from "../../store/rows.ts";
import { addShare } from "../../store/shares.ts";
import type { Node } from "../../store/tables.ts";
import { dashed } from "../../uuid.ts";
import { createBlocks } from "../blocks/create.ts";
import { readCover, readIcon } from "../icons.ts";
import { touchContent } from "../touch.ts";
import { findParent, type PageParent } from "./parent.ts";
import { renderKnownPage } from "./render.ts";
import { schemaOf } from "./schema.ts";
import { applyTemplate, findTemplate } from "./template.ts";
import { columnsOf, initialValues, readPageValues, writeRelations } from "./values.ts";

type Body = RequestBody<"createPage">;

/**
 * Makes a page.
 *
 * @returns The page as it is before a template fills it, which the real service does after it has answered.
 * @throws ApiError object_not_found, validation_error; not_implemented for Markdown
 */
export async function createPage(
  body: Body,
  filterProperties: readonly string[] | undefined,
  context: Context,
): Promise<Schema<"Page">> {
  if (body.markdown !== undefined) throw notImplemented("createPage with markdown");
  const parent = await findParent(body.parent, context);
  const template = await findTemplate(body.template, parent.dataSource, context);
  const schema = await schemaOf(parent.dataSource, context);
  const read = await readPageValues(body.properties, schema, context);
  const document: PageDocument = {
    icon: readIcon(body.icon ?? null),
    cover: readCover(body.cover ?? null),
    is_locked: false,
    is_archived: false,
    public_url: null,
    properties: { ...(await initialValues(parent.dataSource, context)), ...read.values },
  };
  const node = await insertPage(parent, document, body.position, context);
  await writeRelations(node.id, read.relations, context);
  await createBlocks(node, body.children ?? body.content ?? [], { at: "end" }, context);
  if (parent.dataSource) {
    await indexPage(context.db, node, document, parent.dataSource.document);
    if (parent.dataSource.document.computed) context.changes.add(node.id, "all");
  }
  const page = await renderKnownPage({ node, document, schema }, context, { filterProperties });
  if (template) {
    const given = [...Object.keys(read.values), ...read.relations.map(({ property }) => property.id)];
    await applyTemplate(template, node, document, schema, new Set(given), context);
  }
  return page;
}

async function insertPage(
  { reached, dataSource }: PageParent,
  document: PageDocument,
  asked: Body["position"],
  context: Context,
): Promise<Node> {
  const { db, connection, ids, now } = context;
  if (asked && (!reached || dataSource)) {
    throw validationError("A position can only be given to a page in a page.");
  }
  const id = ids.uuid();
  const node = await insertNode(db, {
    id,
    workspace_id: connection.workspaceId,
    kind: "page",
    type: "child_page",
    parent_kind: reached?.node.kind ?? "workspace",
    parent_id: reached?.node.id ?? null,
    position: reached && !dataSource ? await positionAt(reached.node.id, placeOf(asked), context) : null,
    created_time: now,
    created_by: connection.id,
    last_edited_time: now,
    last_edited_by: connection.id,
    in_trash: 0,
    children_count: 0,
    ...columnsOf(document),
  });
  if (!reached && connection.contentAccess === "shared") await addShare(db, connection.id, id);
  if (reached && !dataSource) {
    await addToChildrenCount(db, reached.node.id, 1);
    await touchContent(reached.ancestry.chain, context);
  }
  return node;
}

/** @throws ApiError validation_error for a sibling that is not there */
export async function positionAt(parentId: string, place: Place, { db }: Context): Promise<string> {
  const [position] = (await positionsAt(db, parentId, place, 1)) ?? [];
  if (position !== undefined) return position;
  const after = place.at === "after" ? place.id : "";
  throw validationError(`Block ID (${after}) to append children after is not parented by ${parentId}.`);
}

function placeOf(position: Body["position"]): Place {
  switch (position?.type) {
    case "page_start":
      return { at: "start" };
    case "after_block":
      return { at: "after", id: dashed(position.after_block.id) };
    default:
      return { at: "end" };
  }
}
