import type { Schema } from "@notional/openapi-types";
import { mustReach } from "../../auth/access.ts";
import type { Context } from "../../context.ts";
import { renderDataSources } from "./render.ts";

/**
 * A data source as it is now.
 *
 * @throws ApiError object_not_found
 */
export async function answerDataSource(id: string, context: Context): Promise<Schema<"DataSource">> {
  const { node, inTrash } = await mustReach(context, "data source", id, ["data_source"]);
  const [dataSource] = await renderDataSources([node], new Set(inTrash ? [id] : []), context);
  return dataSource as Schema<"DataSource">;
}
