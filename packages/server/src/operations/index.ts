import { blocksHandlers } from "./blocks/index.ts";
import { commentsHandlers } from "./comments/index.ts";
import { customEmojisHandlers } from "./custom-emojis/index.ts";
import { dataSourcesHandlers } from "./data-sources/index.ts";
import { databasesHandlers } from "./databases/index.ts";
import type { Handlers } from "./handler.ts";
import { notImplementedHandlers } from "./not-implemented.ts";
import { pagesHandlers } from "./pages/index.ts";
import { searchHandlers } from "./search/index.ts";
import { usersHandlers } from "./users/index.ts";

/** Every operation of the document. A missing one does not compile. */
export const handlers: Handlers = {
  ...usersHandlers,
  ...pagesHandlers,
  ...blocksHandlers,
  ...databasesHandlers,
  ...dataSourcesHandlers,
  ...searchHandlers,
  ...commentsHandlers,
  ...customEmojisHandlers,
  ...notImplementedHandlers,
};
