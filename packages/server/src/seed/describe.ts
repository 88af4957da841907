import { relationOf } from "../operations/properties/schema/relations.ts";
import type {
  BlockDocument,
  DatabaseDocument,
  DataSourceDocument,
  PageDocument,
  StoredProperty,
  StoredValue,
} from "../store/documents.ts";
import type { Node, RelationsTable } from "../store/tables.ts";
import type { SeedObject } from "./format.ts";

/** What the description of a node needs of others. */
export interface Related {
  /** By the page that has them, in their order. */
  relations: ReadonlyMap<string, Pick<RelationsTable, "property_id" | "target_id">[]>;
  dataSources: ReadonlyMap<string, DataSourceDocument>;
}

/** A node as a seed has it, without what is in it. What the seed would understand anyway is left out. */
export function describeNode(node: Node, related: Related): SeedObject {
  const common = {
    id: node.id,
    created_time: node.created_time,
    created_by: node.created_by,
    last_edited_time: node.last_edited_time,
    last_edited_by: node.last_edited_by,
    ...(node.in_trash === 1 && { in_trash: true }),
  };
  const document = JSON.parse(node.document) as unknown;
  switch (node.kind) {
    case "page":
      return { object: "page", ...common, ...describePage(node, document as PageDocument, related) };
    case "database":
      return { object: "database", ...common, ...(document as DatabaseDocument) };
    case "data_source":
      return { object: "data_source", ...common, ...describeDataSource(document as DataSourceDocument) };
    case "block":
      return { ...common, type: node.type as string, [node.type as string]: document as BlockDocument };
  }
}

/** The title of a page outside data sources. */
const TITLE: StoredProperty = { id: "title", name: "title", description: null, type: "title", config: {} };

function describePage(
  node: Node,
  { properties: values, ...page }: PageDocument,
  { dataSources, relations }: Related,
) {
  const source = node.parent_kind === "data_source" ? dataSources.get(node.parent_id ?? "") : undefined;
  const pointing = relations.get(node.id) ?? [];
  const properties = (source?.properties ?? [TITLE]).flatMap((property) => {
    const { id, name, type } = property;
    if (type === "relation") {
      const targets = pointing.filter(({ property_id }) => property_id === id);
      return targets.length === 0 ? [] : [[name, targets.map(({ target_id }) => target_id)]];
    }
    const value = values[id];
    if (value) return [[name, describeValue(value)]];
    // Left out, a status would be the default one.
    return type === "status" ? [[name, null]] : [];
  });
  const isDefault = source?.default_template_id === node.id;
  return {
    ...page,
    ...(isDefault && { is_default: true }),
    properties: Object.fromEntries(properties) as Record<string, unknown>,
  };
}

/** Options by id, because names may be there twice in other cases. */
function describeValue(value: StoredValue): unknown {
  switch (value.type) {
    case "select":
      return value.select && { id: value.select };
    case "status":
      return value.status && { id: value.status };
    case "multi_select":
      return value.multi_select.map((id) => ({ id }));
    case "verification": {
      const { verified_by, ...verification } = value.verification;
      return { ...verification, verified_by: verified_by && { id: verified_by } };
    }
    default:
      return (value as unknown as Record<string, unknown>)[value.type];
  }
}

function describeDataSource({
  slots: _,
  default_template_id: __,
  properties,
  ...source
}: DataSourceDocument) {
  const described = properties.map((property) => [property.name, describeProperty(property)]);
  return { ...source, properties: Object.fromEntries(described) as Record<string, unknown> };
}

function describeProperty(property: StoredProperty): object {
  const { id, description, type, config } = property;
  return {
    id: encodeURIComponent(id),
    description,
    type,
    [type]: type === "relation" ? describeRelation(property) : config,
  };
}

function describeRelation(property: StoredProperty): object {
  const relation = relationOf(property);
  const { data_source_id, type } = relation;
  if (type === "single_property") return { data_source_id, type, single_property: {} };
  return {
    data_source_id,
    type,
    dual_property: { synced_property_id: encodeURIComponent(relation.synced_property_id) },
  };
}
