import type { SeedObject } from "@notional/server";
import { isObject } from "../json.ts";
import type { KnownSource } from "./data-sources.ts";
import type { Properties } from "./schemas.ts";
import { hasPlace } from "./shown-objects.ts";
import { parentIds, type Sighted, type Sighting } from "./sightings.ts";
import type { Stub } from "./stubs.ts";

const TOP = { type: "workspace", workspace: true };

/**
 * Something that is only named. Data sources, and databases of those, are told by more than their names.
 *
 * @param databases The ids of databases whose data sources are known.
 */
export function namedObject(
  { id, kind, title = "", dataSourceId, parentId, type = "toggle" }: Stub,
  databases: ReadonlySet<string | undefined>,
): SeedObject[] {
  if (kind === "page") {
    const parent = dataSourceId ? { type: "data_source_id", data_source_id: dataSourceId } : TOP;
    return [{ object: "page", id, title, parent }];
  }
  if (kind === "block") {
    const block = { object: "block" as const, id, type, [type]: {} };
    if (parentId !== undefined) return [{ ...block, parent: { type: "block_id", block_id: parentId } }];
    return [{ object: "page", parent: TOP, children: [block] }];
  }
  if (kind === "data_source" || databases.has(id)) return [];
  return [{ object: "database", id, title, parent: TOP, data_sources: [{ title }] }];
}

/** What a database and its only data source have in common. */
const ALIKE = ["icon", "description", "is_inline", "public_url", "in_trash"];

/** The database of a data source, where no answer shows it: alike, as databases with one data source are. */
export function unseenDatabase(
  id: string,
  { databaseId, title: told }: KnownSource,
  { before }: Sighted,
  stubs: ReadonlyMap<string, Stub>,
): SeedObject[] {
  if (databaseId !== undefined && before.has(databaseId)) return [];
  const source = before.get(id)?.object ?? {};
  const { title, database_parent } = source;
  const alike = Object.fromEntries(ALIKE.filter((key) => key in source).map((key) => [key, source[key]]));
  return [
    {
      object: "database",
      ...(databaseId !== undefined && { id: databaseId }),
      title: title ?? stubs.get(databaseId ?? "")?.title ?? told ?? "",
      ...alike,
      parent: isObject(database_parent) && hasPlace({ parent: database_parent }) ? database_parent : TOP,
      ...(databaseId === undefined && { data_sources: [{ id }] }),
    },
  ];
}

/** A data source that no answer shows, with the schema that its rows tell. */
export function unseenDataSource(
  id: string,
  { databaseId, title = "" }: KnownSource,
  { before }: Sighted,
  schemas: ReadonlyMap<string, Properties>,
): SeedObject[] {
  if (before.has(id)) return [];
  const parent = { type: "database_id", database_id: databaseId };
  const own = databaseId === undefined ? {} : { parent };
  return [{ object: "data_source", id, title, properties: schemas.get(id) ?? {}, ...own }];
}

const CHILD_TYPES: Record<string, string> = { table: "table_row", column_list: "column" };

/** A child of something that says that it has children, where nobody asked for them. */
export function hiddenChild(
  { id, object, block }: Sighting,
  { before, made, listed }: Sighted,
): SeedObject[] {
  if ((block ?? object).has_children !== true || listed.has(id)) return [];
  const others = [...before.values()].filter((other) => parentIds(other.object)[0] === id);
  if (others.some((other) => !made.has(other.id) && other.object.in_trash !== true)) return [];
  const type = CHILD_TYPES[object.type as string] ?? "paragraph";
  const isPage = object.object === "page" || object.type === "child_page";
  const parent = isPage ? { type: "page_id", page_id: id } : { type: "block_id", block_id: id };
  return [{ object: "block", type, [type]: {}, parent }];
}
