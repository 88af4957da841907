import type { RequestBody } from "@notional/openapi-types";
import { mustReach, notFound } from "../../auth/access.ts";
import type { Context } from "../../context.ts";
import { validationError } from "../../errors.ts";
import type { PageDocument } from "../../store/documents.ts";
import { relatedPages } from "../../store/relations.ts";
import type { Node } from "../../store/tables.ts";
import { dashed } from "../../uuid.ts";
import { isZone } from "../properties/values/date.ts";
import { writeRelation } from "../properties/values/relation.ts";
import { copyContent } from "./copy.ts";
import { fillMentions } from "./fill.ts";
import type { DataSource, PageSchema } from "./schema.ts";
import { savePage } from "./values.ts";

/** A page that others are made from, and the time zone to do it in. */
export interface Template {
  node: Node;
  document: PageDocument;
  timezone: string;
}

type Asked = RequestBody<"createPage">["template"];

/**
 * The template that a request names.
 *
 * @param dataSource Where the page is a row; only data sources have templates.
 * @returns Nothing for `none`.
 * @throws ApiError object_not_found for what is no template of the data source; validation_error
 */
export async function findTemplate(
  asked: Asked,
  dataSource: DataSource | undefined,
  context: Context,
): Promise<Template | undefined> {
  if (!asked || asked.type === "none") return undefined;
  if (!dataSource) throw validationError("Templates can only be applied to pages in a data source.");
  // By default the zone is that of the person behind a public connection, whom a local server knows no zone of.
  const { timezone = "UTC" } = asked;
  if (!isZone(timezone)) throw validationError(`Invalid timezone: ${timezone}.`);
  const id = asked.type === "default" ? dataSource.document.default_template_id : dashed(asked.template_id);
  if (id === undefined) throw validationError("The data source has no default template.");
  const { node, inTrash } = await mustReach(context, "page", id, ["page"]);
  const document = JSON.parse(node.document) as PageDocument;
  if (inTrash || node.parent_id !== dataSource.node.id || !document.is_template) {
    throw notFound(context, "page", id);
  }
  return { node, document, timezone };
}

/**
 * Fills a page from a template: what it has no value, icon or cover for it takes from there, and the content comes
 * at the end of its own.
 *
 * @param kept The ids of the properties that stay as they are.
 */
export async function applyTemplate(
  template: Template,
  page: Node,
  document: PageDocument,
  { dataSource, properties }: PageSchema,
  kept: ReadonlySet<string>,
  context: Context,
): Promise<void> {
  const fill = <Value>(value: Value): Value => fillMentions(value, template.timezone, context);
  const filled: PageDocument = {
    ...document,
    icon: document.icon ?? template.document.icon,
    cover: document.cover ?? template.document.cover,
    properties: { ...document.properties },
  };
  const related = (await relatedPages(context.db, [template.node.id])).get(template.node.id);
  for (const property of properties) {
    if (kept.has(property.id) || property.type === "unique_id") continue;
    const value = template.document.properties[property.id];
    if (value) filled.properties[property.id] = fill(value);
    const targets = related?.get(property.id);
    if (targets) await writeRelation(page.id, property, targets, context);
  }
  await savePage(page, filled, dataSource, context);
  await copyContent(template.node.id, page.id, fill, context);
}
