import { notImplemented } from "../../errors.ts";
import type { Handlers } from "../handler.ts";

export const customEmojisHandlers: Pick<Handlers, "listCustomEmojis"> = {
  listCustomEmojis: async () => {
    throw notImplemented("listCustomEmojis");
  },
};
