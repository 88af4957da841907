import { mustReach } from "../../auth/access.ts";
import type { Context } from "../../context.ts";
import { validationError } from "../../errors.ts";
import { dataSourcesOf } from "../../store/data-sources.ts";
import { dashed } from "../../uuid.ts";

/**
 * The id of the data source that a database stands for.
 *
 * @param id As the request has it, with or without dashes.
 * @throws ApiError object_not_found; validation_error when the database has none or several
 */
export async function onlyDataSource(id: string, context: Context): Promise<string> {
  const databaseId = dashed(id);
  await mustReach(context, "database", databaseId, ["database"]);
  const sources = (await dataSourcesOf(context.db, databaseId)).map(({ id }) => id);
  const [first] = sources;
  if (first === undefined) {
    // Reported: https://github.com/outline/outline/issues/11573
    throw validationError(
      `Database with ID ${databaseId} does not contain any data sources accessible by this API bot.`,
    );
  }
  if (sources.length === 1) return first;
  // As public reports have it, whatever the version of the request; clients look at `additional_data`.
  throw validationError("Databases with multiple data sources are not supported in this API version.", {
    error_type: "multiple_data_sources_for_database",
    database_id: databaseId,
    child_data_source_ids: sources,
    minimum_api_version: "2025-09-03",
  });
}
