import type { Context } from "../../../context.ts";
import type { PageDocument, Read, StoredProperty, StoredPropertyType } from "../../../store/documents.ts";
import { findNodes } from "../../../store/nodes.ts";
import { relatedPages } from "../../../store/relations.ts";
import type { Node } from "../../../store/tables.ts";
import { loadReferences, type Mentioned, mentionedIn, type References } from "../../references.ts";
import type { LoadedSources } from "./load-sources.ts";
import type { Documents } from "./sources.ts";

/** A page with its document parsed. */
export interface PageWithDocument {
  node: Node;
  document: PageDocument;
}

/** A row that something computed looks at. */
export interface LoadedRow extends PageWithDocument {
  /** The id of its data source. */
  source: string;
  /** What its relations point at, by property id. */
  related: Map<string, readonly string[]>;
}

export interface Loaded {
  rows: ReadonlyMap<string, LoadedRow>;
  /** The ids of the data sources whose rows are read. */
  open: ReadonlySet<string>;
  references: References;
}

/**
 * Loads the rows that are read, level by level: as many queries as the longest way has relations, however many rows
 * there are.
 *
 * @param limit How many pages of each relation.
 */
export async function loadRows(
  pages: readonly PageWithDocument[],
  own: string,
  reads: readonly Read[],
  { documents, open }: LoadedSources,
  limit: number,
  context: Context,
): Promise<Loaded> {
  const rows = new Map<string, LoadedRow>();
  for (const page of pages) rows.set(page.node.id, { ...page, source: own, related: new Map() });
  let reached = new Map<string, ReadonlySet<string>>([["", new Set(rows.keys())]]);
  for (let depth = 0; reached.size > 0; depth += 1) {
    const here = reads.filter(({ via }) => via.length === depth);
    await addRelated(rows, here, reached, documents, limit, context);
    const next = reads.filter(({ via, source }) => via.length === depth + 1 && open.has(source));
    const targets = new Map(next.map((read) => [wayOf(read.via), targetsOf(read, rows, reached)]));
    await addRows(rows, next, targets, context);
    reached = targets;
  }
  const mentioned = mentionedBy([...rows.values()], reads, documents);
  return { rows, open, references: await loadReferences(context, mentioned) };
}

const wayOf = (via: readonly string[]): string => via.join(" ");

async function addRelated(
  rows: ReadonlyMap<string, LoadedRow>,
  reads: readonly Read[],
  reached: ReadonlyMap<string, ReadonlySet<string>>,
  documents: Documents,
  limit: number,
  { db }: Context,
): Promise<void> {
  const pageIds = new Set<string>();
  const propertyIds = new Set<string>();
  for (const read of reads) {
    const relations = propertiesOf(read, documents).filter(({ type }) => type === "relation");
    if (relations.length === 0) continue;
    for (const { id } of relations) propertyIds.add(id);
    for (const id of reached.get(wayOf(read.via)) ?? []) pageIds.add(id);
  }
  for (const ids of inBatches([...pageIds])) {
    for (const [pageId, ofPage] of await relatedPages(db, ids, { propertyIds: [...propertyIds], limit })) {
      for (const [propertyId, targets] of ofPage) rows.get(pageId)?.related.set(propertyId, targets);
    }
  }
}

function targetsOf(
  { via }: Read,
  rows: ReadonlyMap<string, LoadedRow>,
  reached: ReadonlyMap<string, ReadonlySet<string>>,
): Set<string> {
  const relation = via.at(-1) as string;
  const from = reached.get(wayOf(via.slice(0, -1))) ?? [];
  return new Set([...from].flatMap((id) => rows.get(id)?.related.get(relation) ?? []));
}

async function addRows(
  rows: Map<string, LoadedRow>,
  reads: readonly Read[],
  targets: ReadonlyMap<string, ReadonlySet<string>>,
  { db, connection }: Context,
): Promise<void> {
  const sources = new Map<string, string>();
  for (const { via, source } of reads) {
    for (const id of targets.get(wayOf(via)) ?? []) if (!rows.has(id)) sources.set(id, source);
  }
  for (const ids of inBatches([...sources.keys()])) {
    for (const [id, node] of await findNodes(db, connection.workspaceId, ids)) {
      const source = sources.get(id) as string;
      if (node.parent_id !== source) continue;
      const document = JSON.parse(node.document) as PageDocument;
      rows.set(id, { node, document, source, related: new Map() });
    }
  }
}

/** More ids than one statement takes come together quickly: 25 for each page and relation. */
const BATCH = 5_000;

const inBatches = (ids: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(ids.length / BATCH) }, (_, index) =>
    ids.slice(index * BATCH, (index + 1) * BATCH),
  );

const propertiesOf = ({ source, properties }: Read, documents: Documents): StoredProperty[] =>
  documents.get(source)?.properties.filter(({ id }) => properties.includes(id)) ?? [];

/** Types whose values name people or pages. */
const naming: readonly StoredPropertyType[] = [
  "title",
  "rich_text",
  "people",
  "created_by",
  "last_edited_by",
  "verification",
];

function mentionedBy(rows: readonly LoadedRow[], reads: readonly Read[], documents: Documents): Mentioned {
  const mentioned = mentionedIn([]);
  for (const [source, ofSource] of Map.groupBy(reads, (read) => read.source)) {
    const named = ofSource
      .flatMap((read) => propertiesOf(read, documents))
      .filter(({ type }) => naming.includes(type));
    if (named.length === 0) continue;
    for (const row of rows) {
      if (row.source === source) addMentioned(mentioned, row, named);
    }
  }
  return mentioned;
}

function addMentioned(
  { users, nodes, emojis }: Mentioned,
  { node, document }: LoadedRow,
  properties: readonly StoredProperty[],
): void {
  const found = mentionedIn(properties.map(({ id }) => document.properties[id]));
  for (const id of found.users) users.add(id);
  for (const id of found.nodes) nodes.add(id);
  for (const id of found.emojis) emojis.add(id);
  for (const { type } of properties) {
    if (type === "created_by" || type === "last_edited_by") users.add(node[type]);
  }
}
