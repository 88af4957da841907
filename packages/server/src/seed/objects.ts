import { generateNKeysBetween } from "fractional-indexing";
import type { Insertable } from "kysely";
import type { PageDocument } from "../store/documents.ts";
import { insertNodes } from "../store/nodes.ts";
import { reindexDataSource } from "../store/rows.ts";
import type { NodesTable } from "../store/tables.ts";
import { addComments } from "./comments.ts";
import { describeSeeded, keepSeededResults } from "./computed.ts";
import { type DataSources, dataSourceDocument, documentOf, type Reading, titleOf } from "./documents.ts";
import { type Names, readId } from "./names.ts";
import type { Planned } from "./plan.ts";
import { configureProperties, readProperties } from "./properties.ts";
import { addRelations } from "./relations.ts";
import { numberRows } from "./unique-ids.ts";
import type { Seeding } from "./users.ts";

/** Whose objects they are. */
export interface Belonging {
  workspaceId: string;
  /** Who made what does not say. */
  author: string;
  names: Names;
}

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
  const dataSources = readDataSources(planned, belonging, ids);
  const reading: Reading = { dataSources, relations: [], names, ids };
  const nodes = planned.filter(({ kind }) => kind !== "comment");
  const documents = new Map(nodes.map((node) => [node.id, documentOf(node, reading)]));
  const children = Map.groupBy(nodes, ({ parent }) => parent.id);
  for (const [id, dataSource] of dataSources) {
    const rows = children.get(id) ?? [];
    const template = rows.find(({ object }) => object.is_default === true);
    if (template) dataSource.default_template_id = template.id;
    await numberRows(
      db,
      id,
      dataSource,
      rows.map((row) => documents.get(row.id) as PageDocument),
    );
  }
  // Reading rows may have added options to their data sources.
  describeSeeded(dataSources, belonging.workspaceId);
  const places = placesOf(children);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  // A data source is found by the title of its database.
  const titled = (node: Planned): Planned =>
    node.kind === "data_source" ? (byId.get(node.parent.id ?? "") ?? node) : node;
  await insertNodes(
    db,
    nodes.map((node) => ({
      ...nodeOf(node, belonging, seeding.now),
      ...(places.get(node.id) as Pick<NodesTable, "position" | "children_count">),
      title: titleOf(titled(node), documents.get(titled(node).id)),
      document: JSON.stringify(documents.get(node.id)),
    })),
  );
  await addRelations(db, reading.relations, dataSources);
  for (const id of dataSources.keys()) await reindexDataSource(db, id);
  await keepSeededResults(dataSources, belonging, seeding);
  await addComments(
    planned.filter(({ kind }) => kind === "comment"),
    belonging,
    seeding,
  );
}

/** All properties are read before any is set up, because relations and rollups refer to others. */
function readDataSources(
  planned: readonly Planned[],
  { names }: Belonging,
  ids: Seeding["ids"],
): DataSources {
  const found = planned.filter(({ kind }) => kind === "data_source");
  const sources = new Map(
    found.map(({ id, object, path }) => [id, readProperties(object.properties, ids, `${path}.properties`)]),
  );
  configureProperties({ sources, names, ids });
  return new Map(
    found.map(({ id, object }) => [
      id,
      dataSourceDocument(
        object,
        (sources.get(id) ?? []).map(({ property }) => property),
      ),
    ]),
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
function placesOf(
  children: ReadonlyMap<string | null, readonly Planned[]>,
): Map<string, Pick<NodesTable, "position" | "children_count">> {
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
