import { generateNKeysBetween } from "fractional-indexing";
import type { Insertable } from "kysely";
import { foldTitle, plainText } from "../operations/titles.ts";
import type {
  DatabaseDocument,
  DataSourceDocument,
  PageDocument,
  StoredRichText,
} from "../store/documents.ts";
import { insertNodes } from "../store/nodes.ts";
import { assignSlots, reindexDataSource } from "../store/rows.ts";
import type { NodesTable } from "../store/tables.ts";
import { addComments } from "./comments.ts";
import { readBlockContent, readCover, readIcon, readText } from "./contents.ts";
import type { SeedObject } from "./format.ts";
import { type Names, readId } from "./names.ts";
import type { Planned } from "./plan.ts";
import { readProperties } from "./properties.ts";
import { addRelations, type Relation } from "./relations.ts";
import type { Seeding } from "./users.ts";
import { readValues } from "./values.ts";

/** Whose objects they are. */
export interface Belonging {
  workspaceId: string;
  /** Who made what does not say. */
  author: string;
  names: Names;
}

/** A data source while its rows are read: they may add options to it. */
type DataSources = Map<string, DataSourceDocument>;

/**
 * Adds pages, databases, data sources, blocks and comments, many at a time.
 *
 * @throws SeedError for what cannot be read
 */
export async function addObjects(
  planned: readonly Planned[],
  belonging: Belonging,
  seeding: Seeding,
): Promise<void> {
  const { db, ids } = seeding;
  const { names } = belonging;
  const dataSources: DataSources = new Map();
  for (const { kind, id, object, path } of planned) {
    if (kind !== "data_source") continue;
    const properties = readProperties(object.properties, names, ids, `${path}.properties`);
    dataSources.set(id, dataSourceDocument(object, properties));
  }
  const relations: Relation[] = [];
  const nodes = planned.filter(({ kind }) => kind !== "comment");
  const documents = new Map(
    nodes.map((node) => [node.id, documentOf(node, dataSources, relations, names, ids)]),
  );
  const places = placesOf(nodes);
  await insertNodes(
    db,
    nodes.map((node) => ({
      ...nodeOf(node, belonging, seeding.now),
      ...(places.get(node.id) as Pick<NodesTable, "position" | "children_count">),
      title: titleOf(node, documents.get(node.id)),
      document: JSON.stringify(documents.get(node.id)),
    })),
  );
  await addRelations(db, relations, dataSources);
  for (const id of dataSources.keys()) await reindexDataSource(db, id);
  await addComments(
    planned.filter(({ kind }) => kind === "comment"),
    belonging,
    seeding,
  );
}

function nodeOf(
  { kind, id, type, parent, object, path }: Planned,
  { workspaceId, author, names }: Belonging,
  now: string,
): Omit<Insertable<NodesTable>, "position" | "children_count" | "title" | "document"> {
  const by = (user: unknown, key: string): string | undefined =>
    user === undefined || user === null
      ? undefined
      : readId(typeof user === "string" ? user : (user as { id: string }).id, names, `${path}.${key}`);
  const createdTime = readTime(object.created_time) ?? now;
  const createdBy = by(object.created_by, "created_by") ?? author;
  return {
    id,
    workspace_id: workspaceId,
    kind: kind as NodesTable["kind"],
    type,
    parent_kind: parent.kind,
    parent_id: parent.id,
    created_time: createdTime,
    created_by: createdBy,
    last_edited_time: readTime(object.last_edited_time) ?? createdTime,
    last_edited_by: by(object.last_edited_by, "last_edited_by") ?? createdBy,
    in_trash: object.in_trash === true ? 1 : 0,
  };
}

/** Answers have two forms of times; one is stored. YAML may have made a date of it. */
function readTime(value: unknown): string | undefined {
  return value === undefined || value === null ? undefined : new Date(value as string).toISOString();
}

/** Where each node stands among its siblings, and how many children it has. */
function placesOf(nodes: readonly Planned[]): Map<string, Pick<NodesTable, "position" | "children_count">> {
  const children = Map.groupBy(nodes, ({ parent }) => parent.id);
  const places = new Map<string, Pick<NodesTable, "position" | "children_count">>();
  for (const [parentId, siblings] of children) {
    const ordered = siblings.filter(
      ({ kind, parent }) => kind !== "data_source" && parent.kind !== "data_source",
    );
    const keys = parentId === null ? [] : generateNKeysBetween(null, null, ordered.length);
    const positions = new Map(ordered.map(({ id }, index) => [id, keys[index] ?? null]));
    for (const { id } of siblings) {
      const own = children.get(id)?.filter(({ object }) => object.in_trash !== true) ?? [];
      places.set(id, { position: positions.get(id) ?? null, children_count: own.length });
    }
  }
  return places;
}

function documentOf(
  { id, kind, type, object, path, parent, isTemplate }: Planned,
  dataSources: DataSources,
  relations: Relation[],
  names: Names,
  ids: Seeding["ids"],
): object {
  switch (kind) {
    case "page": {
      const dataSource = parent.kind === "data_source" ? dataSources.get(parent.id as string) : undefined;
      const properties = dataSource?.properties ?? [TITLE];
      const { values, relations: found } = readValues(
        valuesOf(object, properties),
        properties,
        names,
        ids,
        `${path}.properties`,
      );
      for (const [property_id, target_ids] of found)
        relations.push({ page_id: id, property_id, target_ids, dataSourceId: parent.id as string });
      return pageDocument(object, values, isTemplate);
    }
    case "database":
      return databaseDocument(object);
    case "data_source":
      return dataSources.get(id) as DataSourceDocument;
    default:
      return readBlockContent(type as string, object[type as string]);
  }
}

/** The property of a page outside data sources. */
const TITLE = { id: "title", name: "title", description: null, type: "title" as const, config: {} };

/** Answers have the title among the properties; by hand it may stand beside them. */
function valuesOf(
  object: SeedObject,
  properties: readonly { type: string; name: string }[],
): Record<string, unknown> {
  const values = (object.properties ?? {}) as Record<string, unknown>;
  const title = object.title ?? (object.child_page as { title?: string } | undefined)?.title;
  if (title === undefined) return values;
  const name = properties.find(({ type }) => type === "title")?.name ?? "title";
  return { [name]: title, ...values };
}

function pageDocument(
  object: SeedObject,
  properties: PageDocument["properties"],
  isTemplate: boolean,
): PageDocument {
  return {
    icon: readIcon(object.icon),
    cover: readCover(object.cover),
    is_locked: object.is_locked === true,
    is_archived: object.is_archived === true,
    public_url: (object.public_url as string | undefined) ?? null,
    properties,
    ...(isTemplate && { is_template: true }),
  };
}

function databaseDocument(object: SeedObject): DatabaseDocument {
  const { title } = (object.child_database ?? {}) as { title?: string };
  return {
    title: readText(object.title ?? title),
    description: readText(object.description),
    icon: readIcon(object.icon),
    cover: readCover(object.cover),
    is_inline: object.is_inline === true,
    is_locked: object.is_locked === true,
    public_url: (object.public_url as string | undefined) ?? null,
  };
}

function dataSourceDocument(
  object: SeedObject,
  properties: DataSourceDocument["properties"],
): DataSourceDocument {
  return {
    // A database names its data sources in short.
    title: readText(object.title ?? object.name),
    description: readText(object.description),
    icon: readIcon(object.icon),
    properties,
    slots: assignSlots(properties, {}),
  };
}

function titleOf({ kind }: Planned, document: object | undefined): string | null {
  if (kind === "block") return null;
  const title =
    kind === "page"
      ? (document as PageDocument).properties.title
      : (document as DatabaseDocument | DataSourceDocument).title;
  const items = (
    Array.isArray(title) ? title : title?.type === "title" ? title.title : []
  ) as StoredRichText[];
  return foldTitle(plainText(items));
}
