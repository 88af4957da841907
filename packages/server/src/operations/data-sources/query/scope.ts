import { reachAll } from "../../../auth/access.ts";
import type { Context } from "../../../context.ts";
import type { ComputedProperty, DataSourceDocument, StoredProperty } from "../../../store/documents.ts";

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

/**
 * Loads what filters and sorts refer to.
 *
 * @param used The properties of the data source that they name.
 */
export async function loadScope(
  dataSource: DataSourceDocument,
  used: ReadonlySet<StoredProperty>,
  context: Context,
): Promise<Scope> {
  // What a rollup reads through another one is among what it reads.
  const ids = [...used].flatMap(({ id }) => othersRead(dataSource.computed?.[id]));
  const reached = [...(await reachAll(context, ids)).values()].filter(({ inTrash }) => !inTrash);
  const related = new Map(
    reached.map(({ node: { id, seq, document } }): [string, Related] => [
      id,
      { seq, document: JSON.parse(document) as DataSourceDocument },
    ]),
  );
  return { dataSource, related, scanned: new Map(), me: context.connection.ownerId, now: context.now };
}

/** The data sources that a rollup or a formula reads through relations. */
const othersRead = (computed: ComputedProperty | undefined): string[] =>
  computed?.reads.filter(({ via }) => via.length > 0).map(({ source }) => source) ?? [];

/** The relation that a rollup follows. */
export const relationOf = (id: unknown, properties: readonly StoredProperty[]): StoredProperty | undefined =>
  properties.find((each) => each.type === "relation" && each.id === id);

/** The data source that a relation points at. */
export const targetOf = ({ config }: StoredProperty): string => config.data_source_id as string;
