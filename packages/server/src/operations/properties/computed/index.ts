import type { Schema } from "@notional/openapi-types";
import type { Context } from "../../../context.ts";
import type { DataSourceDocument, PageDocument, StoredProperty } from "../../../store/documents.ts";
import type { Node } from "../../../store/tables.ts";
import { computeRollups } from "./rollups.ts";

/** A row with its document parsed. */
export interface PageWithDocument {
  node: Node;
  document: PageDocument;
}

export type ComputedValue = Schema<"RollupPropertyValue"> | Schema<"FormulaPropertyValue">;

/** By page id, then by property id; with the `id` and `type` of a value in a page. */
export type ComputedByPage = Map<string, Map<string, ComputedValue>>;

/** The values of rollups and formulas of rows of one data source. */
export async function computeProperties(
  pages: readonly PageWithDocument[],
  dataSource: DataSourceDocument,
  context: Context,
): Promise<ComputedByPage> {
  const pageIds = pages.map(({ node }) => node.id);
  const values = await computeRollups(pageIds, dataSource, context);
  const formulas = dataSource.properties.filter(({ type }) => type === "formula");
  for (const id of pageIds) {
    const ofPage = values.get(id) ?? new Map<string, ComputedValue>();
    values.set(id, ofPage);
    for (const formula of formulas) ofPage.set(formula.id, unsupported(formula));
  }
  return values;
}

const unsupported = ({ id }: StoredProperty): Schema<"FormulaPropertyValue"> => ({
  id: encodeURIComponent(id),
  type: "formula",
  formula: { type: "unsupported", unsupported: {} },
});
