import type { Handlers } from "../handler.ts";
import { answerDataSource } from "./answer.ts";
import { createDataSource } from "./create.ts";
import { queryDataSource } from "./query/index.ts";
import { listDataSourceTemplates } from "./templates.ts";
import { updateDataSource } from "./update.ts";

export const dataSourcesHandlers: Pick<
  Handlers,
  "createDataSource" | "getDataSource" | "updateDataSource" | "listDataSourceTemplates" | "queryDataSource"
> = {
  createDataSource,
  getDataSource: ({ path }, context) => answerDataSource(path.data_source_id, context),
  updateDataSource,
  listDataSourceTemplates,
  queryDataSource,
};
