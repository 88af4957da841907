import type { Schema } from "@notional/openapi-types";
import type { Context } from "../../../context.ts";
import type { PageDocument, StoredProperty } from "../../../store/documents.ts";
import { findNodes } from "../../../store/nodes.ts";
import { allOf } from "../../../store/query/compound.ts";
import type { Condition } from "../../../store/query/conditions.ts";
import { findRows } from "../../../store/query/find-rows.ts";
import { resultSlot } from "../../../store/slots.ts";
import type { Node } from "../../../store/tables.ts";
import { computeProperties } from "../../properties/computed/index.ts";
import { findProperty } from "../../properties/find.ts";
import { isKept } from "./fields.ts";
import { mustBeBounded, readFilter } from "./filter.ts";
import type { ScannedValues, Scope } from "./scope.ts";

/** How many rows formulas are computed for whose results are not kept: the newest. */
const MOST_SCANNED = 10_000;

/** How many rows are held in memory at a time. */
const BATCH = 500;

type Filter = Schema<"Filter">;

export interface Scan {
  values: ReadonlyMap<string, ScannedValues>;
  /** That a row is among those that were looked at; nothing when these were all that could be in the answer. */
  only: Condition[];
}

/** Of properties those that are formulas whose results are not kept, because they change by themselves. */
function toScan(keys: readonly string[], scope: Scope): StoredProperty[] {
  const { dataSource } = scope;
  const found = new Set(keys.map((key) => findProperty(dataSource.properties, key)));
  return dataSource.properties.filter(
    (property) =>
      found.has(property) &&
      property.type === "formula" &&
      (dataSource.computed?.[property.id]?.result ?? null) !== null &&
      !isKept(property, dataSource, scope),
  );
}

function propertiesIn(filter: Filter | undefined): string[] {
  if (!filter) return [];
  if ("and" in filter) return filter.and.flatMap((each) => propertiesIn(each as Filter));
  if ("or" in filter) return filter.or.flatMap((each) => propertiesIn(each as Filter));
  return "property" in filter ? [filter.property as string] : [];
}

/**
 * Computes the formulas that a query asks for and whose results are not kept, for the rows that it may give: those
 * that pass all else.
 *
 * @param always What rows have to be like whatever the filter says.
 */
export async function scanFormulas(
  dataSource: Node,
  always: readonly Condition[],
  filter: Filter | undefined,
  sorts: readonly Schema<"Sort">[],
  scope: Scope,
  context: Context,
): Promise<Scan> {
  const sorted = sorts.flatMap((sort) => ("property" in sort ? [sort.property] : []));
  const formulas = toScan([...propertiesIn(filter), ...sorted], scope);
  if (formulas.length === 0) return { values: new Map(), only: [] };
  const known = allOf(withoutScanned(filter, scope));
  mustBeBounded(known);
  const condition = allOf([...always, known]);
  const query = { dataSource: dataSource.seq, condition, order: [], limit: MOST_SCANNED + 1 };
  const found = (await findRows(context.db, query)) ?? [];
  const pageIds = found.slice(0, MOST_SCANNED);
  const own = { id: dataSource.id, document: scope.dataSource };
  const values = new Map(formulas.map(({ id }) => [id, new Map<number, string | number | null>()]));
  const seqs: number[] = [];
  for (let start = 0; start < pageIds.length; start += BATCH) {
    const ids = pageIds.slice(start, start + BATCH);
    const nodes = [...(await findNodes(context.db, context.connection.workspaceId, ids)).values()];
    const pages = nodes.map((node) => ({ node, document: JSON.parse(node.document) as PageDocument }));
    const computed = await computeProperties(pages, own, formulas, context);
    for (const { id, seq } of nodes) {
      seqs.push(Number(seq));
      for (const [propertyId, value] of computed.get(id) ?? []) {
        if (value.type === "formula") values.get(propertyId)?.set(Number(seq), resultSlot(value.formula));
      }
    }
  }
  return { values, only: found.length > MOST_SCANNED ? [{ rows: seqs }] : [] };
}

/** The parts of a filter that every row has to pass and that no column is missing for. */
function withoutScanned(filter: Filter | undefined, scope: Scope): Condition[] {
  if (!filter) return [];
  if ("and" in filter) return filter.and.flatMap((each) => withoutScanned(each as Filter, scope));
  return toScan(propertiesIn(filter), scope).length > 0 ? [] : [readFilter(filter, scope)];
}
