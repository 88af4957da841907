import { isObject, type JsonObject } from "../json.ts";

/** An object of any version in the newest version's words. A database of 2022-06-28 is two objects now. */
export function inNewestWords(object: JsonObject): JsonObject[] {
  const { archived, request_id: _, transcription, ...rest } = object;
  const newest: JsonObject = {
    ...rest,
    ...(archived !== undefined && rest.in_trash === undefined && { in_trash: archived }),
    ...(transcription !== undefined && { type: "meeting_notes", meeting_notes: transcription }),
  };
  if (object.object === "database" && isObject(object.properties)) return asTwo(newest);
  const { parent } = newest;
  const isRow = object.object === "page" && isObject(parent) && parent.type === "database_id";
  return isRow ? [{ ...newest, parent: inDataSource(parent.database_id as string) }] : [newest];
}

function asTwo({ properties, ...database }: JsonObject): JsonObject[] {
  const { id, title, parent, description, icon, created_time, last_edited_time, created_by, last_edited_by } =
    database;
  const source = {
    object: "data_source",
    id: dataSourceIdOf(id as string),
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

const inDataSource = (databaseId: string): JsonObject => ({
  type: "data_source_id",
  data_source_id: dataSourceIdOf(databaseId),
  database_id: databaseId,
});

/** Old answers do not tell it, and nothing that is compared does. */
const dataSourceIdOf = (databaseId: string): string =>
  `${databaseId.slice(0, 24)}${[...databaseId.slice(24)].reverse().join("")}`;
