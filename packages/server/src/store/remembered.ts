import { type Ancestor, type Ancestry, toAncestry } from "./ancestry.ts";
import type { Node } from "./tables.ts";

interface Known {
  workspaceId: string;
  ancestor: Omit<Ancestor, "shared">;
  /** By connection. */
  shared: Map<string, number>;
  /** The whole row; of data sources only, which are few and asked for by every row. */
  node?: Node;
}

/** Many more than one needs at a time; each is small. */
const MOST_KNOWN = 10_000;

/**
 * Nodes that need not be looked up again. Kept where one process has the database for itself, and true as long as
 * whoever keeps it is told of every change of the tables `nodes` and `shares`.
 */
export class Remembered {
  readonly #known = new Map<string, Known>();
  /** What was put together of these, by connection and node, since the last change. */
  readonly #ancestries = new Map<string, { workspaceId: string; ancestry: Ancestry }>();

  /**
   * What is above a node.
   *
   * @returns Nothing when any of it would have to be looked up.
   */
  ancestry(workspaceId: string, id: string, connectionId: string): Ancestry | undefined {
    const key = `${connectionId} ${id}`;
    const found = this.#ancestries.get(key);
    if (found) return found.workspaceId === workspaceId ? found.ancestry : undefined;
    const chain = this.#ancestors(workspaceId, id, connectionId);
    if (!chain) return undefined;
    const ancestry = toAncestry(chain);
    if (this.#ancestries.size >= MOST_KNOWN) this.#ancestries.clear();
    this.#ancestries.set(key, { workspaceId, ancestry });
    return ancestry;
  }

  #ancestors(workspaceId: string, id: string, connectionId: string): Ancestor[] | undefined {
    const chain: Ancestor[] = [];
    for (let next: string | null = id; next !== null; ) {
      const known = this.#known.get(next);
      const shared = known?.shared.get(connectionId);
      if (!known || shared === undefined || known.workspaceId !== workspaceId) return undefined;
      chain.push({ ...known.ancestor, shared });
      next = known.ancestor.parent_id;
    }
    return chain;
  }

  /** @param chain A node and all that is above it, as they are now. */
  addAncestors(workspaceId: string, chain: readonly Ancestor[], connectionId: string): void {
    if (this.#known.size >= MOST_KNOWN) this.#known.clear();
    for (const { shared, ...ancestor } of chain) {
      const known = this.#known.get(ancestor.id);
      if (known) known.shared.set(connectionId, shared);
      else this.#known.set(ancestor.id, { workspaceId, ancestor, shared: new Map([[connectionId, shared]]) });
    }
  }

  dataSource(workspaceId: string, id: string): Node | undefined {
    const known = this.#known.get(id);
    return known?.workspaceId === workspaceId ? known.node : undefined;
  }

  addDataSource(node: Node): void {
    const known = this.#known.get(node.id);
    // Many share it, so nobody may change it.
    if (known && node.kind === "data_source") known.node = Object.freeze(node);
  }

  forget(id: string): void {
    this.#known.delete(id);
    this.#ancestries.clear();
  }

  forgetAll(): void {
    this.#known.clear();
    this.#ancestries.clear();
  }
}
