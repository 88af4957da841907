import { notImplemented } from "../../errors.ts";
import type { Handlers } from "../handler.ts";

export const databasesHandlers: Pick<Handlers, "createDatabase" | "getDatabase" | "updateDatabase"> = {
  createDatabase: async () => {
    throw notImplemented("createDatabase");
  },
  getDatabase: async () => {
    throw notImplemented("getDatabase");
  },
  updateDatabase: async () => {
    throw notImplemented("updateDatabase");
  },
};
