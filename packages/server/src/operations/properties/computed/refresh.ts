import type { Context } from "../../../context.ts";
import type { PageDocument, StoredProperty } from "../../../store/documents.ts";
import { findNodes } from "../../../store/nodes.ts";
import type { Node } from "../../../store/tables.ts";
import { type Changes, changedRows, dependentRows } from "./dependents.ts";
import { giveUp, type Loaded, loadSources, type Source } from "./give-up.ts";
import { BATCH, keepResults } from "./results.ts";
import { heightOf, keepRollups } from "./rollups.ts";

/**
 * How many rows one change may make be computed again for one formula or rollup. Where more rest on it, that loses its
 * column, and queries compute it.
 */
const MOST_ROWS = 5_000;

/** The same of the pages that those rows relate to. */
const MOST_RELATED = 10_000;
/** How many for each row that the request itself changed: these may be many. */
const MOST_RELATED_OWN = 100;

/** Rows for which something has to be computed again. */
interface Outdated {
  source: Source;
  property: StoredProperty;
  pageIds: ReadonlySet<string>;
  mostRelated: number;
}

/** Writes again what formulas and rollups come to for the rows that were changed, and for the rows that read those. */
export async function refreshResults(context: Context): Promise<void> {
  const changes = context.changes.take();
  const rows = await rowsOf([...changes.keys()], context);
  const bySource = Map.groupBy(rows, ({ parent_id }) => parent_id ?? "");
  const loaded: Loaded = new Map();
  const sources = await loadSources([...bySource.keys()], loaded, context);
  const readers = new Set(sources.flatMap(({ document }) => document.readBy ?? []));
  const outdated = sources.flatMap((source) => outdatedOwn(source, bySource.get(source.id) ?? [], changes));
  for (const reader of await loadSources([...readers], loaded, context)) {
    outdated.push(...(await outdatedReaders(reader, bySource, changes, loaded, context)));
  }
  await refreshFormulas(outdated, context);
  await refreshRollups(outdated, loaded, context);
}

async function rowsOf(ids: readonly string[], { db, connection }: Context): Promise<Node[]> {
  const nodes = await findNodes(db, connection.workspaceId, ids);
  return [...nodes.values()].filter(({ parent_kind }) => parent_kind === "data_source");
}

const isKept = ({ document }: Source, propertyId: string): boolean =>
  document.computed?.[propertyId]?.isKept ?? false;

function outdatedOwn(source: Source, rows: readonly Node[], changes: Changes): Outdated[] {
  const { properties, computed = {} } = source.document;
  return properties.flatMap((property) => {
    if (!isKept(source, property.id)) return [];
    const pageIds = new Set(changedRows(computed[property.id]?.reads ?? [], rows, changes));
    const mostRelated = Math.max(MOST_RELATED, pageIds.size * MOST_RELATED_OWN);
    return pageIds.size === 0 ? [] : [{ source, property, pageIds, mostRelated }];
  });
}

/** Rows that reach what was changed through relations. What too many of them rest on loses its column. */
async function outdatedReaders(
  reader: Source,
  bySource: ReadonlyMap<string, readonly Node[]>,
  changes: Changes,
  loaded: Loaded,
  context: Context,
): Promise<Outdated[]> {
  const { properties, computed = {} } = reader.document;
  const outdated: Outdated[] = [];
  for (const property of properties) {
    const { id } = property;
    if (!isKept(reader, id)) continue;
    const pageIds = await dependentRows(computed[id]?.reads ?? [], bySource, changes, MOST_ROWS, context.db);
    if (pageIds === undefined) await giveUp(reader, id, loaded, context);
    else if (pageIds.size > 0)
      outdated.push({ source: reader, property, pageIds, mostRelated: MOST_RELATED });
  }
  return outdated;
}

async function refreshFormulas(outdated: readonly Outdated[], context: Context): Promise<void> {
  const formulas = outdated.filter(
    ({ source, property }) => property.type === "formula" && isKept(source, property.id),
  );
  for (const [source, ofSource] of Map.groupBy(formulas, (each) => each.source)) {
    const propertyIds = new Set(ofSource.map(({ property }) => property.id));
    const ids = [...new Set(ofSource.flatMap(({ pageIds }) => [...pageIds]))];
    for (let start = 0; start < ids.length; start += BATCH) {
      const nodes = await rowsOf(ids.slice(start, start + BATCH), context);
      const pages = nodes.map((node) => ({ node, document: JSON.parse(node.document) as PageDocument }));
      await keepResults(pages, source, propertyIds, context);
    }
  }
}

async function refreshRollups(
  outdated: readonly Outdated[],
  loaded: Loaded,
  context: Context,
): Promise<void> {
  const rollups = outdated
    .filter(({ property }) => property.type === "rollup")
    .toSorted((one, other) => heightOf(one) - heightOf(other));
  // What is computed for the same rows is one statement.
  const together = Map.groupBy(rollups, (each) =>
    [heightOf(each), each.source.id, each.mostRelated, ...each.pageIds].join(" "),
  );
  for (const group of together.values()) {
    const kept = group.filter(({ source, property }) => isKept(source, property.id));
    const { pageIds, mostRelated } = group[0] as Outdated;
    for (const { source, property } of await keepRollups(kept, [...pageIds], mostRelated, context)) {
      await giveUp(source, property.id, loaded, context);
    }
  }
}
