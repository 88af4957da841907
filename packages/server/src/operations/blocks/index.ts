import { notImplemented } from "../../errors.ts";
import type { Handlers } from "../handler.ts";

export const blocksHandlers: Pick<
  Handlers,
  "getBlock" | "updateBlock" | "deleteBlock" | "listBlockChildren" | "appendBlockChildren"
> = {
  getBlock: async () => {
    throw notImplemented("getBlock");
  },
  updateBlock: async () => {
    throw notImplemented("updateBlock");
  },
  deleteBlock: async () => {
    throw notImplemented("deleteBlock");
  },
  listBlockChildren: async () => {
    throw notImplemented("listBlockChildren");
  },
  appendBlockChildren: async () => {
    throw notImplemented("appendBlockChildren");
  },
};
