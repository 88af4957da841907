import { notImplemented } from "../../errors.ts";
import type { Handlers } from "../handler.ts";

export const dataSourcesHandlers: Pick<
  Handlers,
  "createDataSource" | "getDataSource" | "updateDataSource" | "listDataSourceTemplates" | "queryDataSource"
> = {
  createDataSource: async () => {
    throw notImplemented("createDataSource");
  },
  getDataSource: async () => {
    throw notImplemented("getDataSource");
  },
  updateDataSource: async () => {
    throw notImplemented("updateDataSource");
  },
  listDataSourceTemplates: async () => {
    throw notImplemented("listDataSourceTemplates");
  },
  queryDataSource: async () => {
    throw notImplemented("queryDataSource");
  },
};
