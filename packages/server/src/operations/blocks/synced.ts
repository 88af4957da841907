import { notFound, reachAll } from "../../auth/access.ts";
import type { Context } from "../../context.ts";
import { contentRefused } from "../../errors.ts";
import type { BlockDocument } from "../../store/documents.ts";
import type { Node } from "../../store/tables.ts";

/** The id of the original, when the block is a copy of one. */
export function originalIdOf({
  type,
  document,
}: {
  type?: string | null;
  document: string;
}): string | undefined {
  if (type !== "synced_block") return undefined;
  const { synced_from } = JSON.parse(document) as { synced_from?: { block_id: string } | null };
  return synced_from?.block_id;
}

/**
 * The originals of those blocks that are copies, by their ids. One that the connection may not see, or that is
 * in the trash, is left out: its copies are then empty.
 */
export async function originalsOf(
  nodes: readonly { type?: string | null; document: string }[],
  context: Context,
): Promise<Map<string, Node>> {
  const ids = nodes.map(originalIdOf).filter((id) => id !== undefined);
  if (ids.length === 0) return new Map();
  const reached = [...(await reachAll(context, ids))];
  return new Map(reached.flatMap(([id, { node, inTrash }]) => (inTrash ? [] : [[id, node]])));
}

/**
 * Refuses copies of what is no original.
 *
 * @throws ApiError object_not_found, validation_error
 */
export async function mustHaveOriginals(
  nodes: readonly { type?: string | null; document: string }[],
  context: Context,
): Promise<void> {
  const originals = await originalsOf(nodes, context);
  for (const id of nodes.map(originalIdOf)) {
    if (id === undefined) continue;
    const original = originals.get(id);
    if (!original) throw notFound(context, "block", id);
    const isOriginal =
      original.type === "synced_block" &&
      (JSON.parse(original.document) as BlockDocument).synced_from === null;
    if (!isOriginal) throw contentRefused(`Block ${id} is not an original synced block.`);
  }
}
