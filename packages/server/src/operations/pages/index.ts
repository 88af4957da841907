import { notImplemented } from "../../errors.ts";
import type { Handlers } from "../handler.ts";

export const pagesHandlers: Pick<
  Handlers,
  "createPage" | "getPage" | "updatePage" | "movePage" | "getPageProperty"
> = {
  createPage: async () => {
    throw notImplemented("createPage");
  },
  getPage: async () => {
    throw notImplemented("getPage");
  },
  updatePage: async () => {
    throw notImplemented("updatePage");
  },
  movePage: async () => {
    throw notImplemented("movePage");
  },
  getPageProperty: async () => {
    throw notImplemented("getPageProperty");
  },
};
