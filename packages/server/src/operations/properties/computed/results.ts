import type { Schema } from "@notional/openapi-types";
import { capabilities } from "../../../auth/connection.ts";
import type { Context } from "../../../context.ts";
import type { DataSourceDocument, PageDocument, StoredProperty } from "../../../store/documents.ts";
import { writeResults } from "../../../store/results.ts";
import { rowsAfter } from "../../../store/row-documents.ts";
import { resultSlot } from "../../../store/slots.ts";
import { type ComputedByPage, evaluateAll, type PageWithDocument } from "./index.ts";
import { keepAllRollups } from "./rollups.ts";

/** A data source whose formulas have columns in the table `rows`. */
interface Source {
  id: string;
  document: DataSourceDocument;
}

/** How many rows are held in memory, and written in one statement, at a time. */
export const BATCH = 500;

/**
 * Writes what formulas come to for rows that exist, for filters and sorts. It is what the whole workspace would see;
 * that some connections see less is for queries to mind.
 *
 * @param propertyIds Formulas whose results are kept.
 */
export async function keepResults(
  pages: readonly PageWithDocument[],
  source: Source,
  propertyIds: ReadonlySet<string>,
  context: Context,
): Promise<void> {
  const { properties, slots } = source.document;
  const formulas = properties.filter(
    ({ id, type }) => type === "formula" && propertyIds.has(id) && slots[id] !== undefined,
  );
  if (formulas.length === 0) return;
  const all = { ...context.connection, contentAccess: "all" as const, capabilities: new Set(capabilities) };
  for (let start = 0; start < pages.length; start += BATCH) {
    const batch = pages.slice(start, start + BATCH);
    const found = await evaluateAll(batch, source, formulas, { ...context, connection: all });
    await writeResults(context.db, source.id, slots, slotValues(batch, found));
  }
}

function slotValues(pages: readonly PageWithDocument[], found: ComputedByPage) {
  return pages.map(({ node }) => {
    const ofPage = [...(found.get(node.id) ?? [])];
    const values = ofPage.map(([propertyId, value]): [string, string | number | null] => [
      propertyId,
      resultSlot((value as Schema<"FormulaPropertyValue">).formula),
    ]);
    return { seq: Number(node.seq), pageId: node.id, values: new Map(values) };
  });
}

/** The same for all rows of a data source. */
async function keepAllResults(
  source: Source,
  propertyIds: ReadonlySet<string>,
  context: Context,
): Promise<void> {
  const isFormula = ({ id, type }: StoredProperty) => type === "formula" && propertyIds.has(id);
  if (!source.document.properties.some(isFormula)) return;
  let after = 0;
  for (;;) {
    const nodes = await rowsAfter(context.db, source.id, after, BATCH);
    const last = nodes.at(-1);
    if (!last) return;
    after = Number(last.seq);
    const pages = nodes.map((node) => ({ node, document: JSON.parse(node.document) as PageDocument }));
    await keepResults(pages, source, propertyIds, context);
  }
}

/**
 * Writes what formulas and rollups come to for all rows, after schemas have changed.
 *
 * @param outdated Of data sources the formulas and rollups that are kept, and not right any more.
 */
export async function keepAll(
  outdated: readonly { source: Source; propertyIds: ReadonlySet<string> }[],
  context: Context,
): Promise<void> {
  for (const { source, propertyIds } of outdated) await keepAllResults(source, propertyIds, context);
  // Rollups are made of columns, also of those of formulas.
  const rollups = outdated.flatMap(({ source, propertyIds }) =>
    source.document.properties
      .filter(({ id, type }) => type === "rollup" && propertyIds.has(id))
      .map((property) => ({ source, property })),
  );
  await keepAllRollups(rollups, context);
}
