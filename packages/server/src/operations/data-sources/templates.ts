import { mustReach } from "../../auth/access.ts";
import { unlistedPages } from "../../store/data-sources.ts";
import type { DataSourceDocument, PageDocument } from "../../store/documents.ts";
import type { Handler } from "../handler.ts";
import { DEFAULT_PAGE_SIZE, invalidCursor } from "../lists.ts";
import { foldTitle, plainText, titleOf } from "../titles.ts";

/** The templates of a data source, the oldest first. A cursor is the id of the template to go on with. */
export const listDataSourceTemplates: Handler<"listDataSourceTemplates"> = async (
  { path, query },
  context,
) => {
  const { name = "", start_cursor, page_size = DEFAULT_PAGE_SIZE } = query;
  const { node } = await mustReach(context, "data source", path.data_source_id, ["data_source"]);
  const { default_template_id } = JSON.parse(node.document) as DataSourceDocument;
  const templates = (await unlistedPages(context.db, node.id))
    .map(({ id, document }) => ({ id, document: JSON.parse(document) as PageDocument }))
    .filter(({ document }) => document.is_template)
    .map(({ id, document }) => ({
      id,
      name: plainText(titleOf(document)),
      is_default: id === default_template_id,
    }))
    .filter((template) => foldTitle(template.name).includes(foldTitle(name)));
  const start = start_cursor === undefined ? 0 : templates.findIndex(({ id }) => id === start_cursor);
  if (start < 0) throw invalidCursor(start_cursor as string);
  const next = templates[start + page_size];
  return {
    templates: templates.slice(start, start + page_size),
    has_more: next !== undefined,
    next_cursor: next?.id ?? null,
  };
};
