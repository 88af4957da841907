import type { Context } from "../context.ts";
import { ApiError } from "../errors.ts";
import {
  type Ancestry,
  ancestryOf,
  findPlacedNodes,
  nodeWithAncestry,
  type PlacedNode,
} from "../store/ancestry.ts";
import { findNode } from "../store/nodes.ts";
import type { Node, NodeKind } from "../store/tables.ts";
import type { Connection } from "./connection.ts";

/** What a message calls the thing that was not found. */
export type Noun = "page" | "block" | "database" | "data source" | "comment" | "discussion";

/** A node that the connection may see, with what is above it. */
export interface Reached {
  node: Node;
  ancestry: Ancestry;
  /** Whether it reads as trashed: by its own flag or by one above. */
  inTrash: boolean;
}

/** 404: it is not there, or not shared. Both look the same from outside. */
export function notFound(context: Pick<Context, "connection">, noun: Noun, id: string): ApiError {
  const { connection } = context;
  const message = `Could not find ${noun === "data source" ? "data_source" : noun} with ID: ${id}. Make sure the relevant pages and databases are shared with your integration "${connection.name}".`;
  return new ApiError(404, "object_not_found", message, {
    additionalData: { integration_id: connection.id },
  });
}

/** That there is a node which the connection may see: what is above it, but not yet what it holds. */
export type Seen = Omit<Reached, "node"> & { self: Ancestry["chain"][number] };

export type Looking = Pick<Context, "db" | "connection" | "remembered">;

/** As `reach`, without reading the node. */
export async function see(
  { db, connection, remembered }: Looking,
  id: string,
  kinds?: readonly NodeKind[],
): Promise<Seen | undefined> {
  const ancestry = await ancestryOf(db, connection.workspaceId, id, connection.id, remembered);
  return visible(connection, ancestry, kinds);
}

function visible(
  connection: Connection,
  ancestry: Ancestry | undefined,
  kinds?: readonly NodeKind[],
): Seen | undefined {
  const self = ancestry?.chain[0];
  if (!self || (kinds && !kinds.includes(self.kind))) return undefined;
  if (!maySee(connection, ancestry)) return undefined;
  return { self, ancestry, inTrash: ancestry.trashedBy !== undefined };
}

/**
 * As `mustReach`, without reading the node: what it holds may be known from an earlier answer.
 *
 * @throws ApiError object_not_found
 */
export async function mustSee(
  context: Looking,
  noun: Noun,
  id: string,
  kinds?: readonly NodeKind[],
): Promise<Seen> {
  const seen = await see(context, id, kinds);
  if (!seen) throw notFound(context, noun, id);
  return seen;
}

/**
 * A node by its id, if the connection may see it and it is of the right kind.
 *
 * @param kinds Which kinds do; any when left out.
 * @returns Nothing for what is missing, not shared, of another kind or in another workspace.
 */
export async function reach(
  context: Looking,
  id: string,
  kinds?: readonly NodeKind[],
): Promise<Reached | undefined> {
  const { db, connection, remembered } = context;
  if (!remembered) {
    const found = await nodeWithAncestry(db, connection.workspaceId, id, connection.id);
    const seen = visible(connection, found?.ancestry, kinds);
    return found && seen && { node: found.node, ancestry: seen.ancestry, inTrash: seen.inTrash };
  }
  const seen = await see(context, id, kinds);
  if (!seen) return undefined;
  const known = remembered.dataSource(connection.workspaceId, id);
  const node = known ?? (await findNode(db, connection.workspaceId, id));
  if (!node) return undefined;
  if (!known) remembered.addDataSource(node);
  const { ancestry, inTrash } = seen;
  return { node, ancestry, inTrash };
}

/**
 * As `reach`, for what has to be there.
 *
 * @throws ApiError object_not_found
 */
export async function mustReach(
  context: Looking,
  noun: Noun,
  id: string,
  kinds?: readonly NodeKind[],
): Promise<Reached> {
  const reached = await reach(context, id, kinds);
  if (!reached) throw notFound(context, noun, id);
  return reached;
}

/** Those of several nodes that the connection may see, by id. Costs the same for many as for one. */
export async function reachAll(
  { db, connection }: Pick<Context, "db" | "connection">,
  ids: readonly string[],
): Promise<Map<string, PlacedNode>> {
  const nodes = await findPlacedNodes(db, connection.workspaceId, ids, connection.id);
  return new Map([...nodes].filter(([, placed]) => maySee(connection, placed)));
}

/** Whether a connection may see a node of its workspace. */
export const maySee = ({ contentAccess }: Connection, { shared }: { shared: boolean }): boolean =>
  shared || contentAccess === "all";
