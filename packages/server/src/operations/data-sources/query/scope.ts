import { reachAll } from "../../../auth/access.ts";
import type { Context } from "../../../context.ts";
import type { DataSourceDocument, StoredProperty } from "../../../store/documents.ts";

/** What filters and sorts are read against. */
export interface Scope {
  dataSource: DataSourceDocument;
  /** By id: the data sources that rollups look into, if the connection may see them. */
  related: ReadonlyMap<string, DataSourceDocument>;
  /** Who `me` is; nobody for an internal connection. */
  me: string | null;
  /** The moment that relative dates count from. */
  now: string;
}

/** A rollup in a rollup is followed, one in that is not. */
const DEPTH = 2;

/** Loads what the filters and sorts of a data source may refer to. */
export async function loadScope(dataSource: DataSourceDocument, context: Context): Promise<Scope> {
  const related = new Map<string, DataSourceDocument>();
  let level = [dataSource];
  for (let depth = 0; depth < DEPTH; depth += 1) {
    const ids = level.flatMap(targetsOfRollups).filter((id) => !related.has(id));
    const reached = [...(await reachAll(context, ids)).values()].filter(({ inTrash }) => !inTrash);
    level = reached.map(({ node }) => JSON.parse(node.document) as DataSourceDocument);
    for (const [index, { node }] of reached.entries()) {
      related.set(node.id, level[index] as DataSourceDocument);
    }
  }
  return { dataSource, related, me: context.connection.ownerId, now: context.now };
}

function targetsOfRollups({ properties }: DataSourceDocument): string[] {
  return properties
    .filter(({ type }) => type === "rollup")
    .flatMap((rollup) => targetOf(relationOf(rollup, properties)) ?? []);
}

/** The relation that a rollup follows. */
export function relationOf(
  rollup: StoredProperty,
  properties: readonly StoredProperty[],
): StoredProperty | undefined {
  return properties.find(({ id, type }) => type === "relation" && id === rollup.config.relation_property_id);
}

/** The data source that a relation points at. */
export const targetOf = (relation: StoredProperty | undefined): string | undefined =>
  relation?.config.data_source_id as string | undefined;
