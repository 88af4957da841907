import type { Context } from "../../../context.ts";
import type { PageDocument, StoredProperty } from "../../../store/documents.ts";
import { findNodes } from "../../../store/nodes.ts";
import { resultSlot } from "../../../store/slots.ts";
import { computeProperties } from "../../properties/computed/index.ts";
import type { Own } from "../../properties/computed/load-sources.ts";
import type { ScannedValues } from "./scope.ts";

/** How many rows are held in memory at a time. */
const BATCH = 500;

/** By property, what formulas come to for some rows. */
export async function scanFormulas(
  pageIds: readonly string[],
  own: Own,
  formulas: readonly StoredProperty[],
  context: Context,
): Promise<ReadonlyMap<string, ScannedValues>> {
  const values = new Map(formulas.map(({ id }) => [id, new Map<number, string | number | null>()]));
  if (formulas.length === 0) return values;
  for (let start = 0; start < pageIds.length; start += BATCH) {
    const ids = pageIds.slice(start, start + BATCH);
    const nodes = [...(await findNodes(context.db, context.connection.workspaceId, ids)).values()];
    const pages = nodes.map((node) => ({ node, document: JSON.parse(node.document) as PageDocument }));
    const computed = await computeProperties(pages, own, formulas, context);
    for (const { id, seq } of nodes) {
      for (const [propertyId, value] of computed.get(id) ?? []) {
        if (value.type === "formula") values.get(propertyId)?.set(Number(seq), resultSlot(value.formula));
      }
    }
  }
  return values;
}
