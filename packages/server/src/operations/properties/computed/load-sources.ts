import { maySee } from "../../../auth/access.ts";
import type { Context } from "../../../context.ts";
import { findPlacedNodes } from "../../../store/ancestry.ts";
import type { DataSourceDocument, Read } from "../../../store/documents.ts";
import { findNodes } from "../../../store/nodes.ts";
import type { Node } from "../../../store/tables.ts";
import type { Documents } from "./sources.ts";

/** The data source of the rows that something is computed for. */
export interface Own {
  id: string;
  document: DataSourceDocument;
}

export interface LoadedSources {
  /** All that are read: what formulas come to has a type, whoever asks. */
  documents: Documents;
  /** The ids of those whose rows are read. */
  open: ReadonlySet<string>;
}

/** The data sources that are read. The rows of those are read that the connection may see and that no trash holds. */
export async function visibleSources(
  own: Own,
  reads: readonly Read[],
  { db, connection }: Context,
): Promise<LoadedSources> {
  const others = othersIn(own, reads);
  const placed = await findPlacedNodes(db, connection.workspaceId, others, connection.id);
  const open = [...placed].filter(([, each]) => maySee(connection, each) && !each.inTrash).map(([id]) => id);
  const nodes = [...placed.values()].map(({ node }) => node);
  return { documents: documentsOf(own, others, nodes), open: new Set([own.id, ...open]) };
}

/** The data sources that are read, all open. */
export async function allSources(
  own: Own,
  reads: readonly Read[],
  { db, connection }: Context,
): Promise<LoadedSources> {
  const others = othersIn(own, reads);
  const nodes = await findNodes(db, connection.workspaceId, others);
  return { documents: documentsOf(own, others, nodes.values()), open: new Set([own.id, ...others]) };
}

const othersIn = (own: Own, reads: readonly Read[]): string[] => [
  ...new Set(reads.map(({ source }) => source).filter((id) => id !== own.id)),
];

/** What is not there any more has nothing. */
function documentsOf(own: Own, others: readonly string[], nodes: Iterable<Node>): Documents {
  const documents = new Map<string, DataSourceDocument | null>(others.map((id) => [id, null]));
  for (const { id, document } of nodes) documents.set(id, JSON.parse(document) as DataSourceDocument);
  return documents.set(own.id, own.document);
}
