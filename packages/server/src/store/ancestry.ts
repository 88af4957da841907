import { sql } from "kysely";
import type { Db } from "./database.ts";
import type { Remembered } from "./remembered.ts";
import { statement } from "./statement.ts";
import type { Node, NodeKind } from "./tables.ts";

/** What stands between a node and the root of its workspace, and whether a connection may see it. */
export interface Ancestry {
  /** The node itself first, the outermost page or database last. */
  chain: readonly { id: string; kind: NodeKind; type: string | null; in_trash: boolean; revision: number }[];
  /** Whether the node or something above it is shared with the connection that was asked for. */
  shared: boolean;
  /** The node that is in the trash with everything below it: the node itself, or one above. */
  trashedBy: string | undefined;
}

/** A node on the way up from another one, as far as access depends on it. */
export interface Ancestor {
  id: string;
  kind: NodeKind;
  type: string | null;
  parent_id: string | null;
  in_trash: number;
  revision: number;
  /** 1 when it is shared with the connection that was asked for. */
  shared: number;
}

/** @param chain A node first, and what is above it. */
export const toAncestry = (chain: readonly Ancestor[]): Ancestry => ({
  chain: chain.map(({ id, kind, type, in_trash, revision }) => ({
    id,
    kind,
    type,
    in_trash: in_trash === 1,
    revision: Number(revision),
  })),
  shared: chain.some(({ shared }) => Number(shared) === 1),
  trashedBy: chain.find(({ in_trash }) => in_trash === 1)?.id,
});

/** In a statement: a node and what is above it, as `up`, by `depth`. */
const upFrom = (workspaceId: string, id: string) => sql`
    with recursive up (id, kind, type, parent_id, in_trash, revision, depth) as (
      select id, kind, type, parent_id, in_trash, revision, 0 from nodes
      where id = ${id} and workspace_id = ${workspaceId}
      union all
      select above.id, above.kind, above.type, above.parent_id, above.in_trash, above.revision, up.depth + 1
      from nodes above join up on above.id = up.parent_id
    )`;

/** In a statement: the columns of an `Ancestor`. */
const ancestor = (
  connectionId: string,
) => sql`up.id, up.kind, up.type, up.parent_id, up.in_trash, up.revision,
      case when exists (
        select 1 from shares where shares.node_id = up.id and shares.connection_id = ${connectionId}
      ) then 1 else 0 end as shared`;

const ancestors = statement((db, workspaceId: string, id: string, connectionId: string) => ({
  compile: () =>
    sql<Ancestor>`${upFrom(workspaceId, id)}
    select ${ancestor(connectionId)} from up order by up.depth`.compile(db),
}));

/** The node itself first, and only that with all its columns. Of columns with one name the last one counts. */
const nodeAndAncestors = statement((db, workspaceId: string, id: string, connectionId: string) => ({
  compile: () =>
    sql<Ancestor & Node>`${upFrom(workspaceId, id)}
    select self.*, ${ancestor(connectionId)}
    from up left join nodes self on self.id = up.id and up.depth = 0 order by up.depth`.compile(db),
}));

/**
 * Walks up from a node.
 *
 * @param connectionId For whom to look at shares.
 * @returns Nothing when the workspace has no such node.
 */
export async function ancestryOf(
  db: Db,
  workspaceId: string,
  id: string,
  connectionId: string,
  remembered?: Remembered,
): Promise<Ancestry | undefined> {
  const known = remembered?.ancestry(workspaceId, id, connectionId);
  if (known) return known;
  const chain = await ancestors(db, workspaceId, id, connectionId);
  if (chain.length === 0) return undefined;
  remembered?.addAncestors(workspaceId, chain, connectionId);
  return toAncestry(chain);
}

/**
 * A node and what is above it, both at once.
 *
 * @returns Nothing when the workspace has no such node.
 */
export async function nodeWithAncestry(
  db: Db,
  workspaceId: string,
  id: string,
  connectionId: string,
): Promise<{ node: Node; ancestry: Ancestry } | undefined> {
  const chain = await nodeAndAncestors(db, workspaceId, id, connectionId);
  if (!chain[0]) return undefined;
  const { shared, ...node } = chain[0];
  return { node, ancestry: toAncestry(chain) };
}

/** A node, and what follows from where it is. */
export interface PlacedNode {
  node: Node;
  /** Whether it, or something above it, is shared with the connection. */
  shared: boolean;
  /** Whether it, or something above it, is in the trash. */
  inTrash: boolean;
}

/**
 * Nodes by their ids, with what is above them looked at.
 *
 * @param connectionId For whom to look at shares.
 */
export async function findPlacedNodes(
  db: Db,
  workspaceId: string,
  ids: readonly string[],
  connectionId: string,
): Promise<Map<string, PlacedNode>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<Node & { is_shared: number; is_trashed: number }>`
    with recursive up (start_id, id, parent_id, in_trash) as (
      select id, id, parent_id, in_trash from nodes
      where id in (${sql.join([...new Set(ids)])}) and workspace_id = ${workspaceId}
      union all
      select up.start_id, above.id, above.parent_id, above.in_trash
      from nodes above join up on above.id = up.parent_id
    )
    select nodes.*, place.is_shared, place.is_trashed from (
      select up.start_id, max(up.in_trash) as is_trashed,
        max(case when shares.node_id is null then 0 else 1 end) as is_shared
      from up left join shares on shares.node_id = up.id and shares.connection_id = ${connectionId}
      group by up.start_id
    ) as place join nodes on nodes.id = place.start_id`.execute(db);
  return new Map(
    rows.map(({ is_shared, is_trashed, ...node }) => [
      node.id,
      { node, shared: Number(is_shared) === 1, inTrash: Number(is_trashed) === 1 },
    ]),
  );
}
