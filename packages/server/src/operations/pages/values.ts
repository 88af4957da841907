import type { Schema } from "@notional/openapi-types";
import type { Context } from "../../context.ts";
import { takeNumbers, uniqueIdCounter } from "../../store/counters.ts";
import type { DataSourceDocument, PageDocument, StoredValue } from "../../store/documents.ts";
import { updateNode } from "../../store/nodes.ts";
import { indexPage } from "../../store/rows.ts";
import type { Node } from "../../store/tables.ts";
import { defaultStatus, type StatusConfig } from "../properties/schema/status.ts";
import { type ReadValues, readValues } from "../properties/values/read.ts";
import { writeRelation } from "../properties/values/relation.ts";
import { foldTitle, plainText, titleOf } from "../titles.ts";
import { touch } from "../touch.ts";
import type { DataSource, PageSchema } from "./schema.ts";

/**
 * Reads the values of a request, and keeps the options that they add to the schema.
 *
 * @throws ApiError as `readValues`
 */
export async function readPageValues(
  requests: Schema<"PropertyValueRequests"> | undefined,
  { dataSource, properties }: PageSchema,
  context: Context,
): Promise<ReadValues> {
  const read = await readValues(requests ?? {}, properties, context);
  if (dataSource && read.hasNewOptions) await saveSchema(dataSource, context);
  return read;
}

/** The properties of a schema are those of the document of the data source, so new options are in it. */
async function saveSchema({ node, document }: DataSource, context: Context): Promise<void> {
  await updateNode(context.db, node.id, { document: JSON.stringify(document) });
  await touch(node.id, context);
}

/** What a new row has without being told: a number, and where it is in its process. */
export async function initialValues(
  dataSource: DataSource | undefined,
  { db }: Context,
): Promise<PageDocument["properties"]> {
  const values: Record<string, StoredValue> = {};
  for (const { id, type, config } of dataSource?.document.properties ?? []) {
    if (type === "status") values[id] = { type, status: defaultStatus(config as unknown as StatusConfig) };
    if (type === "unique_id") {
      const counter = uniqueIdCounter(dataSource?.node.id ?? "", id);
      values[id] = { type, unique_id: await takeNumbers(db, counter) };
    }
  }
  return values;
}

/** What the row of a page in `nodes` says of its document. */
export const columnsOf = (document: PageDocument): Pick<Node, "document" | "title"> => ({
  document: JSON.stringify(document),
  title: foldTitle(plainText(titleOf(document))),
});

/** Keeps a changed page: its document, what it is found by, and that it was changed now. */
export async function savePage(
  node: Node,
  document: PageDocument,
  dataSource: DataSource | undefined,
  context: Context,
): Promise<Node> {
  const { connection, now } = context;
  const edit = { last_edited_time: now, last_edited_by: connection.id };
  return await keepPage(node, document, dataSource, context, edit);
}

/** Keeps the document of a page and what it is found by. When it was changed last stays, unless an edit says so. */
export async function keepPage(
  node: Node,
  document: PageDocument,
  dataSource: DataSource | undefined,
  context: Context,
  edit: Partial<Pick<Node, "last_edited_time" | "last_edited_by">> = {},
): Promise<Node> {
  const { db } = context;
  const { title, ...columns } = columnsOf(document);
  const change = {
    ...columns,
    // Whoever searches for titles has to be told of new ones only.
    ...(title !== node.title && { title }),
    ...edit,
  };
  await updateNode(db, node.id, change);
  const saved = { ...node, ...change };
  if (dataSource) {
    await indexPage(db, saved, document, dataSource.document);
    noteChanges(node, document, dataSource.document, context);
  }
  return saved;
}

/** Notes which values are new, where something computed may rest on them. */
function noteChanges(
  before: Node,
  { properties }: PageDocument,
  { computed, readBy }: DataSourceDocument,
  { changes }: Context,
): void {
  if (!computed && !readBy) return;
  const old = (JSON.parse(before.document) as PageDocument).properties;
  const ids = new Set([...Object.keys(old), ...Object.keys(properties)]);
  const changed = [...ids].filter((id) => JSON.stringify(old[id]) !== JSON.stringify(properties[id]));
  changes.add(before.id, changed);
}

export async function writeRelations(
  pageId: string,
  relations: ReadValues["relations"],
  context: Context,
): Promise<void> {
  for (const { property, targetIds } of relations) await writeRelation(pageId, property, targetIds, context);
}
