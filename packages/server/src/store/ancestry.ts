import type { NodeKind } from "./tables.ts";

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
