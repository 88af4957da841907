import { reachAll } from "../../../auth/access.ts";
import type { Context } from "../../../context.ts";
import type { DataSourceDocument, Read } from "../../../store/documents.ts";
import { findNodes } from "../../../store/nodes.ts";
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
  context: Context,
): Promise<LoadedSources> {
  const { documents } = await allSources(own, reads, context);
  const others = [...documents.keys()].filter((id) => id !== own.id);
  const reached = others.length === 0 ? [] : await reachAll(context, others);
  const open = [...reached].filter(([, { inTrash }]) => !inTrash).map(([id]) => id);
  return { documents, open: new Set([own.id, ...open]) };
}

/** The data sources that are read, all open. */
export async function allSources(
  own: Own,
  reads: readonly Read[],
  { db, connection }: Context,
): Promise<LoadedSources> {
  const others = new Set(reads.map(({ source }) => source));
  others.delete(own.id);
  const documents = new Map<string, DataSourceDocument | null>([...others].map((id) => [id, null]));
  for (const [id, { document }] of await findNodes(db, connection.workspaceId, [...others])) {
    documents.set(id, JSON.parse(document) as DataSourceDocument);
  }
  documents.set(own.id, own.document);
  return { documents, open: new Set(documents.keys()) };
}
