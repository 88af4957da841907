import type { Schema } from "@notional/openapi-types";
import type { Context } from "../../../context.ts";
import { notImplemented } from "../../../errors.ts";
import type { DataSourceDocument, PageDocument } from "../../../store/documents.ts";
import type { Node } from "../../../store/tables.ts";

/** A row with its document parsed. */
export interface PageWithDocument {
  node: Node;
  document: PageDocument;
}

type ComputedValue = Schema<"RollupPropertyValue"> | Schema<"FormulaPropertyValue">;

/**
 * The values of rollups and formulas of rows of one data source.
 *
 * @returns By page id, then by property id; with the `id` and `type` of a value in a page.
 */
export async function computeProperties(
  _pages: readonly PageWithDocument[],
  _dataSource: DataSourceDocument,
  _context: Context,
): Promise<Map<string, Map<string, ComputedValue>>> {
  throw notImplemented("computeProperties");
}
