import type { Schema } from "@notional/openapi-types";
import type { Context } from "../../../context.ts";
import type { StoredProperty } from "../../../store/documents.ts";
import { allOf } from "../../../store/query/compound.ts";
import type { Condition } from "../../../store/query/conditions.ts";
import { isMadeOfRelated, looksAtRelated, relationsIn, relationsOf } from "../../../store/query/related.ts";
import type { Node } from "../../../store/tables.ts";
import { isKept } from "../../properties/fields.ts";
import { mustBeBounded, readFilter } from "./filter.ts";
import { newestRows } from "./look-through.ts";
import { isInColumn } from "./order-scanned.ts";
import { fewRelated, withInstead } from "./related-pages.ts";
import { scanFormulas } from "./scan-formulas.ts";
import type { ScannedValues, Scope } from "./scope.ts";
import { readSorts } from "./sorts.ts";
import { usedProperties } from "./used-properties.ts";

/** How many rows are looked through. */
const MOST_ROWS = 4_000;

type Filter = Schema<"Filter">;

export interface Scan {
  /** What formulas come to for the rows that are looked through. */
  values: ReadonlyMap<string, ScannedValues>;
  /** That a row is among those. */
  only: Condition[];
  /** Whether others might have been in the answer. */
  isCut: boolean;
  /** What to ask for instead of some parts of the filter; see `withInstead`. */
  instead: ReadonlyMap<string, Condition>;
}

const NOTHING: Scan = { values: new Map(), only: [], isCut: false, instead: new Map() };

/**
 * Bounds a query by what stands in no column: formulas that change by themselves, what is made of related rows and not
 * kept. It looks through the newest of the rows that pass all else.
 *
 * @param always What rows have to be like whatever the filter says.
 */
export async function scanRows(
  dataSource: Node,
  always: readonly Condition[],
  filter: Filter | undefined,
  sorts: readonly Schema<"Sort">[],
  scope: Scope,
  context: Context,
): Promise<Scan> {
  const used = usedProperties(filter, sorts, scope.dataSource);
  if (![...used].some(({ type }) => derived.has(type))) return NOTHING;
  const formulas = toCompute(used, scope);
  const read = withoutComputed(filter, scope);
  mustBeBounded(allOf(read));
  const instead = await fewRelated(context.db, read);
  const parts = read.map((part) => withInstead(part, instead));
  const order = readSorts(sorts, scope).filter(isInColumn);
  const isMade = parts.some(looksAtRelated) || order.some(({ field }) => isMadeOfRelated(field));
  if (formulas.length === 0 && !isMade) return { ...NOTHING, instead };
  const condition = allOf([...always, ...parts.filter((part) => !looksAtRelated(part))]);
  const relations = [...parts.flatMap(relationsIn), ...order.flatMap(({ field }) => relationsOf(field))];
  const { pageIds, are, isCut } = await newestRows(context.db, dataSource.seq, condition, MOST_ROWS, [
    ...new Set(relations),
  ]);
  const own = { id: dataSource.id, document: scope.dataSource };
  return { values: await scanFormulas(pageIds, own, formulas, context), only: [are], isCut, instead };
}

/** Types whose values may be more than their row says. */
const derived: ReadonlySet<string> = new Set(["formula", "rollup", "relation"]);

/** Of properties those that are formulas whose results are not kept, because they change by themselves. */
const toCompute = (used: ReadonlySet<StoredProperty>, { dataSource, ...scope }: Scope): StoredProperty[] =>
  [...used].filter(
    (property) =>
      property.type === "formula" &&
      (dataSource.computed?.[property.id]?.result ?? null) !== null &&
      !isKept(property, dataSource, scope),
  );

/** The parts of a filter that every row has to pass and for which no formula has to be computed. */
function withoutComputed(filter: Filter | undefined, scope: Scope): Condition[] {
  if (!filter) return [];
  if ("and" in filter) return filter.and.flatMap((each) => withoutComputed(each as Filter, scope));
  const used = usedProperties(filter, [], scope.dataSource);
  return toCompute(used, scope).length > 0 ? [] : [readFilter(filter, scope)];
}
