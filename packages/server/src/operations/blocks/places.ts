import { type ApiError, contentRefused, validationError } from "../../errors.ts";
import type { BlockDocument } from "../../store/documents.ts";
import type { Node } from "../../store/tables.ts";

/** Something that can hold blocks, and what its type says of it. */
export interface Holder {
  /** A block type; `child_page` for a page, `child_database` for a database. */
  type: string;
  content: BlockDocument;
}

const holders = new Set([
  "child_page",
  "paragraph",
  "bulleted_list_item",
  "numbered_list_item",
  "to_do",
  "toggle",
  "quote",
  "callout",
  "column",
  "column_list",
  "table",
  "tab",
  "template",
]);

/** What holds blocks of one type only, and which. */
const onlyHolds: Record<string, string> = { table: "table_row", column_list: "column", tab: "paragraph" };

/** What stands in one kind of block only, and in which. */
const onlyIn: Record<string, string> = { table_row: "table", column: "column_list" };

/** A stored node as something that may hold blocks. */
export function holderOf(node: Node): Holder {
  if (node.kind === "block") {
    return { type: node.type ?? "", content: JSON.parse(node.document) as BlockDocument };
  }
  return { type: node.kind === "page" ? "child_page" : "child_database", content: {} };
}

/** @throws ApiError validation_error when no blocks can stand in it */
export function mustHoldBlocks({ type, content }: Holder): void {
  const holds =
    holders.has(type) ||
    (type.startsWith("heading_") && content.is_toggleable === true) ||
    // The blocks of a copy are those of its original, and are changed there.
    (type === "synced_block" && content.synced_from === null);
  if (!holds) throw validationError("Block does not support children");
}

/**
 * What may stand where, beyond what the schema says of one request: the holder may be there already.
 *
 * @throws ApiError validation_error
 */
export function mustFit(holder: Holder, { type, content }: Holder): void {
  const held = onlyHolds[holder.type];
  // Nobody has reported the service's words for these two; they are ours.
  if (held !== undefined && held !== type) {
    throw contentRefused(`A ${holder.type} block can only have ${held} blocks as children.`);
  }
  const home = onlyIn[type];
  if (home !== undefined && home !== holder.type) {
    throw contentRefused(`A ${type} block can only be a child of a ${home} block.`);
  }
  if (type === "table_row") mustHaveWidth(content, holder.content);
  if (type === "paragraph" && content.icon !== null && holder.type !== "tab") throw iconOutsideTab();
}

/** @throws ApiError validation_error unless the row has a cell for each column of its table */
export function mustHaveWidth(row: BlockDocument, table: BlockDocument): void {
  if ((row.cells as unknown[]).length === table.table_width) return;
  throw contentRefused("Number of cells in table row must match the table width of the parent table");
}

export const iconOutsideTab = (): ApiError =>
  contentRefused("A paragraph has an icon only as a direct child of a tab block.");
