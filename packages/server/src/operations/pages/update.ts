import type { RequestBody, Schema } from "@notional/openapi-types";
import { mustReach, type Reached } from "../../auth/access.ts";
import type { Context } from "../../context.ts";
import type { PageDocument } from "../../store/documents.ts";
import { trashChildren } from "../../store/subtrees.ts";
import { readCover, readIcon } from "../icons.ts";
import { mustNotBeInTrash, setInTrash } from "../trash.ts";
import type { KnownPage } from "./load.ts";
import { renderReached } from "./reached.ts";
import { renderKnownPage } from "./render.ts";
import { schemasOf } from "./schema.ts";
import { applyTemplate, findTemplate } from "./template.ts";
import { readPageValues, savePage, writeRelations } from "./values.ts";

type Body = RequestBody<"updatePage">;

/**
 * Changes a page. It is taken out of the trash before anything else, and put into it after.
 *
 * @returns The page as it is before a template fills it, which the real service does after it has answered.
 * @throws ApiError object_not_found, validation_error
 */
export async function updatePage(
  pageId: string,
  body: Body,
  filterProperties: readonly string[] | undefined,
  context: Context,
): Promise<Schema<"Page">> {
  const find = (): Promise<Reached> => mustReach(context, "page", pageId, ["page"]);
  const { in_trash, template: asked, object, id, parent, ...change } = body;
  let reached = await find();
  if (in_trash === false) {
    await setInTrash(reached, false, context);
    reached = await find();
  }
  const isChanged = Object.keys(change).length > 0 || asked !== undefined;
  const changed = isChanged ? await changePage(reached, change, asked, context) : undefined;
  if (in_trash === true) await setInTrash(reached, true, context);
  const page =
    changed && in_trash !== true
      ? await renderKnownPage(changed, context, { filterProperties })
      : await renderReached(await find(), context, { filterProperties });
  await changed?.fill?.();
  return page;
}

interface ChangedPage extends KnownPage {
  /** Fills the page from a template, when one is asked for. */
  fill: (() => Promise<void>) | undefined;
}

async function changePage(
  reached: Reached,
  change: Omit<Body, "in_trash" | "template" | "object" | "id" | "parent">,
  asked: Body["template"],
  context: Context,
): Promise<ChangedPage> {
  mustNotBeInTrash(reached);
  const schema = (await schemasOf([reached.node], context))(reached.node);
  const template = await findTemplate(asked, schema.dataSource, context);
  const read = await readPageValues(change.properties, schema, context);
  const before = JSON.parse(reached.node.document) as PageDocument;
  const document: PageDocument = {
    ...before,
    ...(change.icon !== undefined && { icon: readIcon(change.icon) }),
    ...(change.cover !== undefined && { cover: readCover(change.cover) }),
    ...(change.is_locked !== undefined && { is_locked: change.is_locked }),
    ...(change.is_archived !== undefined && { is_archived: change.is_archived }),
    properties: { ...before.properties, ...read.values },
  };
  await writeRelations(reached.node.id, read.relations, context);
  if (change.erase_content) await trashChildren(context.db, reached.node.id);
  const node = await savePage(reached.node, document, schema.dataSource, context);
  if (!template) return { node, document, schema, fill: undefined };
  const kept = new Set(schema.properties.filter(({ id }) => hasValue(document, id)).map(({ id }) => id));
  const fill = () => applyTemplate(template, node, document, schema, kept, context);
  return { node, document, schema, fill };
}

/** A template fills only what is empty. */
function hasValue({ properties }: PageDocument, id: string): boolean {
  const value = properties[id];
  const content = value && (value as unknown as Record<string, unknown>)[value.type];
  return Array.isArray(content) ? content.length > 0 : content !== undefined && content !== null;
}
