import type { DatabaseDocument, DataSourceDocument, StoredProperty } from "../../../src/store/documents.ts";
import { insertNodes } from "../../../src/store/nodes.ts";
import { type Fixture, NOW } from "../../fixture.ts";

const WORKSPACE = "00000000-0000-8000-8000-00000000aaaa";
const CONNECTION = "00000000-0000-8000-8000-00000000bbbb";

/** A property as the store has it; the name is the id when nothing else is said. */
export type Property = Pick<StoredProperty, "name" | "type"> & Partial<StoredProperty>;

export interface Made {
  databaseId: string;
  dataSourceId: string;
}

let made = 0;

/** A database with one data source of these properties and a title, `Name`. */
export async function addDataSource(
  { database }: Pick<Fixture, "database">,
  properties: Property[] = [],
  more: Partial<DataSourceDocument> = {},
): Promise<Made> {
  made += 1;
  const suffix = made.toString(16).padStart(12, "0");
  const databaseId = `dddddddd-0000-8000-8000-${suffix}`;
  const document: DatabaseDocument = {
    title: [],
    description: [],
    icon: null,
    cover: null,
    is_inline: false,
    is_locked: false,
    public_url: null,
  };
  await database.write(WORKSPACE, (db) =>
    insertNodes(db, [nodeOf(databaseId, "database", "workspace", null, document)]),
  );
  return { databaseId, dataSourceId: await addSource({ database }, databaseId, properties, more) };
}

/** One more data source of a database. */
export async function addSource(
  { database }: Pick<Fixture, "database">,
  databaseId: string,
  properties: Property[] = [],
  more: Partial<DataSourceDocument> = {},
): Promise<string> {
  made += 1;
  const id = `50000000-0000-8000-8000-${made.toString(16).padStart(12, "0")}`;
  const document: DataSourceDocument = {
    title: [],
    description: [],
    icon: null,
    properties: [{ id: "title", name: "Name", type: "title" } as Property, ...properties].map((property) => ({
      id: property.name,
      description: null,
      config: {},
      ...property,
    })),
    slots: {},
    ...more,
  };
  await database.write(WORKSPACE, (db) =>
    insertNodes(db, [nodeOf(id, "data_source", "database", databaseId, document)]),
  );
  return id;
}

function nodeOf(
  id: string,
  kind: "database" | "data_source",
  parent_kind: "workspace" | "database",
  parent_id: string | null,
  document: object,
) {
  return {
    id,
    workspace_id: WORKSPACE,
    kind,
    type: kind === "database" ? "child_database" : null,
    parent_kind,
    parent_id,
    position: null,
    created_time: NOW,
    created_by: CONNECTION,
    last_edited_time: NOW,
    last_edited_by: CONNECTION,
    in_trash: 0 as const,
    children_count: 0,
    title: "",
    document: JSON.stringify(document),
  };
}

/** A row with a title. */
export async function addRow(
  { call }: Pick<Fixture, "call">,
  dataSourceId: string,
  title: string,
  properties: object = {},
): Promise<string> {
  const { status, body } = await call("POST", "/v1/pages", {
    parent: { type: "data_source_id", data_source_id: dataSourceId },
    properties: { Name: { title: [{ text: { content: title } }] }, ...properties },
  });
  if (status !== 200) throw new Error(`${body.message}`);
  return body.id;
}
