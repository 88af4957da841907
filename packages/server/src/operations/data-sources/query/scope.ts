import { reachAll } from "../../../auth/access.ts";
import type { Context } from "../../../context.ts";
import type { DataSourceDocument, StoredProperty } from "../../../store/documents.ts";
import { MAX_ROLLUPS } from "../../properties/computed/depth.ts";

/** What filters and sorts are read against. */
export interface Scope {
  dataSource: DataSourceDocument;
  /** By id: the data sources that rollups and formulas look into, if the connection may see them. */
  related: ReadonlyMap<string, Related>;
  /** By property id: results of formulas of the data source that are not kept, for the rows in question. */
  scanned: ReadonlyMap<string, ScannedValues>;
  /** Who `me` is; nobody for an internal connection. */
  me: string | null;
  /** The moment that relative dates count from. */
  now: string;
}

/** By `rows.seq`, in the form in which filters and sorts compare. */
export type ScannedValues = ReadonlyMap<number, string | number | null>;

/** A data source that others point at, and its `nodes.seq`. */
export interface Related {
  seq: number;
  document: DataSourceDocument;
}

/** Loads what the filters and sorts of a data source may refer to. */
export async function loadScope(dataSource: DataSourceDocument, context: Context): Promise<Scope> {
  const related = new Map<string, Related>();
  let level = [dataSource];
  for (let depth = 0; depth < MAX_ROLLUPS; depth += 1) {
    const ids = level.flatMap(sourcesRead).filter((id) => !related.has(id));
    const reached = [...(await reachAll(context, ids)).values()].filter(({ inTrash }) => !inTrash);
    level = reached.map(({ node }) => {
      const document = JSON.parse(node.document) as DataSourceDocument;
      related.set(node.id, { seq: node.seq, document });
      return document;
    });
  }
  return { dataSource, related, scanned: new Map(), me: context.connection.ownerId, now: context.now };
}

/** The data sources that rollups and formulas read through relations. */
const sourcesRead = ({ computed = {} }: DataSourceDocument): string[] =>
  Object.values(computed).flatMap(({ reads }) =>
    reads.filter(({ via }) => via.length > 0).map(({ source }) => source),
  );

/** The relation that a rollup follows. */
export const relationOf = (id: unknown, properties: readonly StoredProperty[]): StoredProperty | undefined =>
  properties.find((each) => each.type === "relation" && each.id === id);

/** The data source that a relation points at. */
export const targetOf = ({ config }: StoredProperty): string => config.data_source_id as string;
