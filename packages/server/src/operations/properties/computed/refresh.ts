import type { Context } from "../../../context.ts";
import type { DataSourceDocument, PageDocument, Read } from "../../../store/documents.ts";
import { findNodes, updateNode } from "../../../store/nodes.ts";
import { pagesPointingAt } from "../../../store/relations.ts";
import { assignSlots, freeColumns } from "../../../store/rows.ts";
import type { Node } from "../../../store/tables.ts";
import { BATCH, keepResults } from "./results.ts";

/**
 * How many rows one change may make be computed again for one formula. Where more rest on it, the formula loses its
 * column, and queries compute it.
 */
const MOST_ROWS = 5_000;

type Changes = ReadonlyMap<string, ReadonlySet<string> | "all">;

interface Source {
  id: string;
  document: DataSourceDocument;
}

/** Writes again what formulas come to for the rows that were changed, and for the rows that read those. */
export async function refreshResults(context: Context): Promise<void> {
  const changes = context.changes.take();
  if (changes.size === 0) return;
  const rows = await rowsOf([...changes.keys()], context);
  const bySource = Map.groupBy(rows, ({ parent_id }) => parent_id ?? "");
  const sources = await sourcesOf([...bySource.keys()], context);
  for (const [id, ofSource] of bySource) {
    const source = sources.get(id);
    if (source) await refreshOwn(ofSource, source, changes, context);
  }
  const readers = await sourcesOf(
    [...sources.values()].flatMap(({ document }) => document.readBy ?? []),
    context,
  );
  for (const reader of readers.values()) await refreshReader(reader, bySource, changes, context);
}

async function rowsOf(ids: readonly string[], { db, connection }: Context): Promise<Node[]> {
  const nodes = await findNodes(db, connection.workspaceId, ids);
  return [...nodes.values()].filter(({ parent_kind }) => parent_kind === "data_source");
}

async function sourcesOf(ids: readonly string[], { db, connection }: Context): Promise<Map<string, Source>> {
  const nodes = await findNodes(db, connection.workspaceId, ids);
  return new Map(
    [...nodes].map(([id, { document }]) => [
      id,
      { id, document: JSON.parse(document) as DataSourceDocument },
    ]),
  );
}

const touches = (changed: ReadonlySet<string> | "all" | undefined, { properties }: Read): boolean =>
  changed === "all" || properties.some((id) => changed?.has(id));

async function refreshOwn(
  rows: readonly Node[],
  source: Source,
  changes: Changes,
  context: Context,
): Promise<void> {
  const concerned = Object.entries(source.document.computed ?? {})
    .filter(([, { isKept }]) => isKept)
    .filter(([, { reads }]) => {
      const own = reads.find(({ via }) => via.length === 0) ?? { via: [], source: source.id, properties: [] };
      return rows.some(({ id }) => touches(changes.get(id), own));
    });
  const pages = rows.map((node) => ({ node, document: JSON.parse(node.document) as PageDocument }));
  await keepResults(pages, source, new Set(concerned.map(([id]) => id)), context);
}

/** Rows that reach what was changed through relations. */
async function refreshReader(
  reader: Source,
  bySource: ReadonlyMap<string, readonly Node[]>,
  changes: Changes,
  context: Context,
): Promise<void> {
  const dependent = new Map<string, Set<string>>();
  for (const [propertyId, computed] of Object.entries(reader.document.computed ?? {})) {
    if (!computed.isKept) continue;
    const found = await dependentRows(computed.reads, bySource, changes, context);
    if (found === undefined) await giveUp(reader, propertyId, context);
    else if (found.size > 0) dependent.set(propertyId, found);
  }
  const ids = [...new Set([...dependent.values()].flatMap((found) => [...found]))];
  for (let start = 0; start < ids.length; start += BATCH) {
    const nodes = await rowsOf(ids.slice(start, start + BATCH), context);
    const pages = nodes.map((node) => ({ node, document: JSON.parse(node.document) as PageDocument }));
    await keepResults(pages, reader, new Set(dependent.keys()), context);
  }
}

/** @returns Nothing when there are too many. */
async function dependentRows(
  reads: readonly Read[],
  bySource: ReadonlyMap<string, readonly Node[]>,
  changes: Changes,
  { db }: Context,
): Promise<Set<string> | undefined> {
  const found = new Set<string>();
  for (const read of reads) {
    if (read.via.length === 0) continue;
    const changed = bySource.get(read.source)?.filter(({ id }) => touches(changes.get(id), read)) ?? [];
    let ids = changed.map(({ id }) => id);
    for (const relation of read.via.toReversed()) {
      ids = await pagesPointingAt(db, ids, relation, MOST_ROWS + 1);
      if (ids.length > MOST_ROWS) return undefined;
    }
    for (const id of ids) found.add(id);
    if (found.size > MOST_ROWS) return undefined;
  }
  return found;
}

/** Takes the column of a formula away: one row is read by too many. */
async function giveUp({ id, document }: Source, propertyId: string, { db }: Context): Promise<void> {
  const computed = document.computed?.[propertyId];
  if (!computed) return;
  computed.isKept = false;
  computed.isTooWide = true;
  document.slots = assignSlots(document.properties, document.slots, document.computed);
  await updateNode(db, id, { document: JSON.stringify(document) });
  document.slots = (await freeColumns(db, id)).slots;
}
