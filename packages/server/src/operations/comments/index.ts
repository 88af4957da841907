import { notImplemented } from "../../errors.ts";
import type { Handlers } from "../handler.ts";

export const commentsHandlers: Pick<
  Handlers,
  "listComments" | "createComment" | "getComment" | "updateComment" | "deleteComment"
> = {
  listComments: async () => {
    throw notImplemented("listComments");
  },
  createComment: async () => {
    throw notImplemented("createComment");
  },
  getComment: async () => {
    throw notImplemented("getComment");
  },
  updateComment: async () => {
    throw notImplemented("updateComment");
  },
  deleteComment: async () => {
    throw notImplemented("deleteComment");
  },
};
