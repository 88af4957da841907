import { mustReach } from "../../auth/access.ts";
import { mustSeePage } from "../../auth/addressed.ts";
import { findNode } from "../../store/nodes.ts";
import type { Node } from "../../store/tables.ts";
import type { Handlers } from "../handler.ts";
import { createPage } from "./create.ts";
import { movePage } from "./move.ts";
import { getPageProperty } from "./property-item.ts";
import { renderReached, renderSeen } from "./reached.ts";
import { updatePage } from "./update.ts";

export const pagesHandlers: Pick<
  Handlers,
  "createPage" | "getPage" | "updatePage" | "movePage" | "getPageProperty"
> = {
  createPage: async ({ body, query }, context) => await createPage(body, query.filter_properties, context),

  getPage: async ({ path, query }, context) => {
    const { filter_properties: filterProperties } = query;
    const seen = await mustSeePage(context, path.page_id);
    if (filterProperties === undefined) return await renderSeen(seen, context);
    const node = (await findNode(context.db, context.connection.workspaceId, seen.self.id)) as Node;
    return await renderReached({ ...seen, node }, context, { filterProperties });
  },

  updatePage: async ({ path, body, query }, context) =>
    await updatePage(path.page_id, body, query.filter_properties, context),

  movePage: async ({ path, body }, context) => await movePage(path.page_id, body.parent, context),

  getPageProperty: async ({ path, query }, context) => {
    const reached = await mustReach(context, "page", path.page_id, ["page"]);
    return await getPageProperty(reached, path.property_id, query, context);
  },
};
