import type { Context } from "../context.ts";
import { updateNode } from "../store/nodes.ts";

/** Notes that a node was changed now, by the caller. */
export const touch = (id: string, { db, connection, now }: Context): Promise<void> =>
  updateNode(db, id, { last_edited_time: now, last_edited_by: connection.id });
