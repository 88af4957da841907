import { mustReach } from "../../../auth/access.ts";
import type { Context } from "../../../context.ts";
import type { DataSourceDocument } from "../../../store/documents.ts";
import { findNodes, findRevisions } from "../../../store/nodes.ts";
import { allOf } from "../../../store/query/compound.ts";
import type { Condition } from "../../../store/query/conditions.ts";
import { findRows } from "../../../store/query/find-rows.ts";
import { dashed } from "../../../uuid.ts";
import type { Answer, Request } from "../../handler.ts";
import type { JsonBytes } from "../../json-bytes.ts";
import { DEFAULT_PAGE_SIZE, invalidCursor, listBytes, renderList } from "../../lists.ts";
import { hasLiving, renderPageBytes, renderPages } from "../../pages/render.ts";
import { type Cursor, readCursor, writeCursor } from "./cursor.ts";
import { mustBeBounded, readFilter } from "./filter.ts";
import { isInColumn, sortScanned } from "./order-scanned.ts";
import { withInstead } from "./related-pages.ts";
import { scanRows } from "./scan.ts";
import { loadScope } from "./scope.ts";
import { readSorts } from "./sorts.ts";
import { usedProperties } from "./used-properties.ts";

/** No query gives more rows than this, over all its pages. */
const MOST_ROWS = 10_000;

/** The rows of a data source, filtered and sorted; without sorts, the newest first. */
export async function queryDataSource(
  { path, query, body }: Request<"queryDataSource">,
  context: Context,
): Promise<Answer<"queryDataSource"> | JsonBytes> {
  const { db, connection, ids } = context;
  const { filter, sorts = [], start_cursor, page_size = DEFAULT_PAGE_SIZE, result_type } = body ?? {};
  const id = dashed(path.data_source_id);
  const { node, inTrash } = await mustReach(context, "data source", id, ["data_source"]);
  const dataSource = JSON.parse(node.document) as DataSourceDocument;
  const scope = await loadScope(dataSource, usedProperties(filter, sorts, dataSource), context);
  // Databases get into a wiki in the app only, so there is none to be found here.
  const none: Condition[] = result_type === "data_source" ? [{ always: false }] : [];
  const always = [...none, ...shown(body ?? {})];
  const scan = await scanRows(node, always, filter, sorts, scope, context);
  const known = { ...scope, scanned: scan.values };
  const asked = allOf(filter ? [readFilter(filter, known)] : []);
  mustBeBounded(asked);
  const filtered = withInstead(asked, scan.instead);
  const wanted = [...always, ...scan.only, filtered];
  const order = readSorts(sorts, known);

  const cursor = start_cursor === undefined ? undefined : readCursor(start_cursor, ids.uuid);
  const offset = cursor?.offset ?? 0;
  const size = Math.max(0, Math.min(page_size, MOST_ROWS - offset));
  const condition = allOf(wanted);
  const found = order.every(isInColumn)
    ? await findRows(db, {
        dataSource: node.seq,
        condition,
        order,
        ...(cursor && { from: cursor.pageId }),
        limit: size + 1,
      })
    : from(cursor, await sortScanned(db, node.seq, condition, order));
  if (!found) throw invalidCursor(start_cursor ?? "");
  const pageIds = found.slice(0, size);
  const trashed = new Set(inTrash ? pageIds : []);
  const next = found[size];
  const isFull = next !== undefined && offset + size >= MOST_ROWS;
  const isCut = isFull || (next === undefined && scan.isCut);
  const session = cursor?.session ?? ids.uuid();
  const nextCursor =
    next === undefined || isFull ? null : writeCursor({ session, offset: offset + size, pageId: next });
  // Of answers that are kept only what has changed is read.
  if (!isCut && !query.filter_properties && !hasLiving(dataSource)) {
    const revisions = await findRevisions(db, connection.workspaceId, pageIds);
    const rows = pageIds.flatMap((pageId) => revisions.get(pageId) ?? []);
    const bytes = await renderPageBytes(rows, trashed, context, node.revision);
    return listBytes("page_or_data_source", bytes, nextCursor);
  }
  const nodes = await findNodes(db, connection.workspaceId, pageIds);
  const whole = pageIds.flatMap((pageId) => nodes.get(pageId) ?? []);
  const pages = await renderPages(whole, trashed, context, {
    filterProperties: query.filter_properties,
    dataSource: { node, document: dataSource },
  });
  return { ...renderList("page_or_data_source", pages, nextCursor), ...(isCut && { request_status: CUT }) };
}

/** The rest of rows from where a query goes on; where it was when that row is not among them any more. */
function from(cursor: Cursor | undefined, pageIds: readonly string[]): string[] {
  const index = cursor ? pageIds.indexOf(cursor.pageId) : 0;
  return pageIds.slice(index < 0 ? cursor?.offset : index);
}

const CUT = { type: "incomplete", incomplete_reason: "query_result_limit_reached" } as const;

/** Rows in the trash are shown only when they are asked for, and so are archived ones. */
function shown({
  in_trash = false,
  is_archived,
}: {
  in_trash?: boolean;
  is_archived?: boolean;
}): Condition[] {
  const flag = (column: "in_trash" | "is_archived", value: boolean): Condition => ({
    field: { of: "column", column },
    in: [value ? 1 : 0],
  });
  const archived = is_archived ?? (in_trash ? undefined : false);
  return [flag("in_trash", in_trash), ...(archived === undefined ? [] : [flag("is_archived", archived)])];
}
