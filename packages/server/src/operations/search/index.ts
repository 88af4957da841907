import { notImplemented } from "../../errors.ts";
import type { Handlers } from "../handler.ts";

export const searchHandlers: Pick<Handlers, "search"> = {
  search: async () => {
    throw notImplemented("search");
  },
};
