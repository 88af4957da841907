import { findCustomEmoji, listCustomEmojis } from "../../store/custom-emojis.ts";
import type { Handlers } from "../handler.ts";
import { DEFAULT_PAGE_SIZE, invalidCursor, splitPage } from "../lists.ts";

export const customEmojisHandlers: Pick<Handlers, "listCustomEmojis"> = {
  listCustomEmojis: async ({ query }, { db, connection: { workspaceId } }) => {
    const { start_cursor: cursor, page_size: pageSize = DEFAULT_PAGE_SIZE, name } = query;
    const first = cursor ? await findCustomEmoji(db, workspaceId, cursor) : undefined;
    if (cursor && !first) throw invalidCursor(cursor);
    const found = await listCustomEmojis(db, workspaceId, first?.seq ?? 0, pageSize + 1, name);
    const { page, next } = splitPage(found, pageSize);
    return {
      object: "list",
      // Unlike other lists this one has no empty object under its type.
      type: "custom_emoji",
      results: page.map(({ id, name: emoji, url }) => ({ id, name: emoji, url })),
      next_cursor: next?.id ?? null,
      has_more: next !== undefined,
    };
  },
};
