import type { Exchange } from "../../recordings/read.ts";
import { eachObject, isObject, type JsonObject } from "../json.ts";

/** The ids of data sources by those of their databases. */
export type DataSourceIds = ReadonlyMap<string, string>;

/** Those that answers tell: in relations, which have both ids in every version. */
export function dataSourceIdsIn(exchanges: readonly Exchange[]): DataSourceIds {
  const ids = new Map<string, string>();
  for (const { response } of exchanges) {
    eachObject(response.body, ({ database_id: database, data_source_id: source }) => {
      if (typeof database === "string" && typeof source === "string") ids.set(database, source);
    });
  }
  return ids;
}

/** An object of any version in the newest version's words. A database of 2022-06-28 is two objects now. */
export function inNewestWords(object: JsonObject, sources: DataSourceIds): JsonObject[] {
  const { archived, request_id: _, transcription, ...rest } = object;
  const newest: JsonObject = {
    ...rest,
    ...(archived !== undefined && rest.in_trash === undefined && { in_trash: archived }),
    ...(transcription !== undefined && { type: "meeting_notes", meeting_notes: transcription }),
  };
  if (object.object === "database" && isObject(object.properties)) return asTwo(newest, sources);
  const { parent } = newest;
  const isRow = object.object === "page" && isObject(parent) && parent.type === "database_id";
  return isRow ? [{ ...newest, parent: inDataSource(parent.database_id as string, sources) }] : [newest];
}

function asTwo({ properties, ...database }: JsonObject, sources: DataSourceIds): JsonObject[] {
  const { id, title, parent, description, icon, created_time, last_edited_time, created_by, last_edited_by } =
    database;
  const source = {
    object: "data_source",
    id: dataSourceIdOf(id as string, sources),
    title,
    description,
    icon,
    created_time,
    last_edited_time,
    created_by,
    last_edited_by,
    in_trash: database.in_trash,
    parent: { type: "database_id", database_id: id },
    database_parent: parent,
    properties,
  };
  return [{ ...database, data_sources: [{ id: source.id }] }, source];
}

const inDataSource = (databaseId: string, sources: DataSourceIds): JsonObject => ({
  type: "data_source_id",
  data_source_id: dataSourceIdOf(databaseId, sources),
  database_id: databaseId,
});

/** Where no answer tells it, it is made up: nothing that is compared has it. */
const dataSourceIdOf = (databaseId: string, sources: DataSourceIds): string =>
  sources.get(databaseId) ?? `${databaseId.slice(0, 24)}${[...databaseId.slice(24)].reverse().join("")}`;
