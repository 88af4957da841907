import { reachAll } from "../../auth/access.ts";
import type { Context } from "../../context.ts";
import type { DataSourceDocument, StoredProperty } from "../../store/documents.ts";
import { findNodes } from "../../store/nodes.ts";
import type { Node } from "../../store/tables.ts";
import { byId } from "../properties/order.ts";
import { relationOf } from "../properties/schema/relations.ts";
import type { RollupConfig } from "../properties/schema/rollups.ts";

/** A data source with its document parsed. */
export interface DataSource {
  node: Node;
  document: DataSourceDocument;
}

/** What a page has properties by. */
export interface PageSchema {
  /** Nothing for a page outside data sources. */
  dataSource: DataSource | undefined;
  /** Those that the connection may see, in the order of answers. */
  properties: StoredProperty[];
  /** The ids of relations that lead into the trash, and so to nothing. */
  trashedRelations: ReadonlySet<string>;
}

/** A page outside data sources has a title and nothing else. */
const titleOnly: PageSchema = {
  dataSource: undefined,
  properties: [{ id: "title", name: "title", description: null, type: "title", config: {} }],
  trashedRelations: new Set(),
};

/**
 * What pages have properties by. A relation to a data source that the connection may not see is not there, and no
 * rollup that follows it.
 *
 * @param dataSource Of which all of them are rows, where that is known.
 * @returns A function that tells it for each of the pages.
 */
export async function schemasOf(
  pages: readonly Node[],
  context: Context,
  dataSource?: DataSource,
): Promise<(page: Node) => PageSchema> {
  if (dataSource) {
    const schema = await schemaOf(dataSource, context);
    return () => schema;
  }
  const ids = pages.flatMap(({ parent_kind, parent_id }) =>
    parent_kind === "data_source" && parent_id !== null ? [parent_id] : [],
  );
  const nodes = await findNodes(context.db, context.connection.workspaceId, ids);
  const dataSources = [...nodes.values()].map((node) => parse(node));
  const schemas = await visibleSchemas(dataSources, context);
  return ({ parent_id }) => schemas.get(parent_id ?? "") ?? titleOnly;
}

/** What the rows of a data source have properties by, or a page outside data sources. */
export async function schemaOf(dataSource: DataSource | undefined, context: Context): Promise<PageSchema> {
  if (!dataSource) return titleOnly;
  const schemas = await visibleSchemas([dataSource], context);
  return schemas.get(dataSource.node.id) as PageSchema;
}

export const parse = (node: Node): DataSource => ({
  node,
  document: JSON.parse(node.document) as DataSourceDocument,
});

async function visibleSchemas(
  dataSources: readonly DataSource[],
  context: Context,
): Promise<Map<string, PageSchema>> {
  const targets = dataSources.flatMap(({ document }) =>
    document.properties.filter(isRelation).map((property) => relationOf(property).data_source_id),
  );
  const reached = await reachAll(context, targets);
  const schemas = dataSources.map((dataSource): [string, PageSchema] => {
    const hidden = new Set<string>();
    const trashedRelations = new Set<string>();
    for (const property of dataSource.document.properties.filter(isRelation)) {
      const target = reached.get(relationOf(property).data_source_id);
      if (!target) hidden.add(property.id);
      else if (target.inTrash) trashedRelations.add(property.id);
    }
    const properties = dataSource.document.properties.filter(
      (property) => !hidden.has(property.id) && !hidden.has(followedBy(property)),
    );
    return [dataSource.node.id, { dataSource, properties: properties.toSorted(byId), trashedRelations }];
  });
  return new Map(schemas);
}

const isRelation = ({ type }: StoredProperty): boolean => type === "relation";

/** The relation that a rollup follows. */
const followedBy = ({ type, config }: StoredProperty): string =>
  type === "rollup" ? (config as unknown as RollupConfig).relation_property_id : "";
