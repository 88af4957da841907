import { validationError } from "../../../errors.ts";
import { dataSourcesWith } from "../../../store/data-sources.ts";
import type { DataSourceDocument } from "../../../store/documents.ts";
import type { EditedSource, SchemaEdit } from "./edit.ts";

/**
 * Refuses a prefix that another data source of the workspace numbers its rows with.
 *
 * @throws ApiError validation_error
 */
export async function mustBeFreePrefix(
  prefix: string,
  { node }: EditedSource,
  { context }: SchemaEdit,
): Promise<void> {
  const { db, connection } = context;
  const others = await dataSourcesWith(db, connection.workspaceId, prefix);
  const taken = others.some(({ id, document }) => {
    const { properties } = JSON.parse(document) as DataSourceDocument;
    return (
      id !== node.id &&
      properties.some(({ type, config }) => type === "unique_id" && config.prefix === prefix)
    );
  });
  if (taken) throw validationError(`The prefix ${prefix} is already in use in this workspace.`);
}
