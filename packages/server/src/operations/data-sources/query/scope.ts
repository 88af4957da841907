import { reachAll } from "../../../auth/access.ts";
import type { Context } from "../../../context.ts";
import type { ComputedProperty, DataSourceDocument, StoredProperty } from "../../../store/documents.ts";
import type { Looking, Related } from "../../properties/fields.ts";

/** What filters and sorts are read against. */
export interface Scope extends Looking {
  dataSource: DataSourceDocument;
  /** By property id: results of formulas of the data source that are not kept, for the rows in question. */
  scanned: ReadonlyMap<string, ScannedValues>;
  /** Who `me` is; nobody for an internal connection. */
  me: string | null;
  /** The moment that relative dates count from. */
  now: string;
}

/** By `rows.seq`, in the form in which filters and sorts compare. */
export type ScannedValues = ReadonlyMap<number, string | number | null>;

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
