import type { Schema } from "@notional/openapi-types";
import { generateNKeysBetween } from "fractional-indexing";
import type { Insertable } from "kysely";
import type { Context } from "../../context.ts";
import { validationError } from "../../errors.ts";
import { addToChildrenCount } from "../../store/children.ts";
import { insertNodes } from "../../store/nodes.ts";
import { type Place, positionsAt } from "../../store/positions.ts";
import type { Node, NodesTable, ParentKind } from "../../store/tables.ts";
import { type ContentRequest, readContent } from "./content.ts";
import { type Holder, holderOf, mustFit, mustHoldBlocks } from "./places.ts";
import { mustHaveOriginals } from "./synced.ts";

type NewNode = Insertable<NodesTable>;

/**
 * Makes blocks, with all that is nested in them, below a page or block. Does not note that the parent was
 * changed: see `touchContent`.
 *
 * @param place Where among the children of the parent.
 * @returns The new blocks of the first level, in order.
 * @throws ApiError validation_error for what may not stand there, or a place that does not exist
 */
export async function createBlocks(
  parent: Node,
  blocks: readonly Schema<"BlockRequest">[],
  place: Place,
  context: Context,
): Promise<Node[]> {
  if (blocks.length === 0) return [];
  const { db } = context;
  const holder = holderOf(parent);
  const positions = await positionsAt(db, parent.id, place, blocks.length);
  if (!positions) throw notParentedBy(place, parent);
  const above = { id: parent.id, kind: parent.kind, holder };
  const made = makeNodes(above, blocks as readonly BlockRequest[], positions, context);
  await mustHaveOriginals(made, context);
  await insertNodes(db, made);
  await addToChildrenCount(db, parent.id, blocks.length);
  // The order of creation and the revision are the database's to give, and no answer shows them.
  return made
    .filter(({ parent_id }) => parent_id === parent.id)
    .map((node) => ({ ...node, seq: 0, revision: 0 }) as Node);
}

/** A block as a request has it: with one key that is its type. */
type BlockRequest = Record<string, unknown>;

interface Above {
  id: string;
  kind: ParentKind;
  holder: Holder;
}

/** Nodes for the blocks and all below them, each before those that it holds. */
function makeNodes(
  above: Above,
  blocks: readonly BlockRequest[],
  positions: readonly string[],
  context: Context,
): NewNode[] {
  mustHoldBlocks(above.holder);
  return blocks.flatMap((block, index) => {
    const type = typeOf(block);
    const { children = [], ...request } = block[type] as ContentRequest & { children?: BlockRequest[] };
    const holder: Holder = { type, content: readContent(type, request) };
    mustFit(above.holder, holder);
    const node = newNode(above, holder, positions[index] ?? null, children.length, context);
    if (children.length === 0) return node;
    const below: Above = { id: node.id, kind: "block", holder };
    const keys = generateNKeysBetween(null, null, children.length);
    return [node, ...makeNodes(below, children, keys, context)];
  });
}

function newNode(
  { id, kind }: Above,
  { type, content }: Holder,
  position: string | null,
  children: number,
  { connection, ids, now }: Context,
): NewNode {
  return {
    id: ids.uuid(),
    workspace_id: connection.workspaceId,
    kind: "block",
    type,
    parent_kind: kind,
    parent_id: id,
    position,
    created_time: now,
    created_by: connection.id,
    last_edited_time: now,
    last_edited_by: connection.id,
    in_trash: 0,
    children_count: children,
    title: null,
    document: JSON.stringify(content),
  };
}

/** The type of a block; `type` itself may be left out. */
export const typeOf = (block: BlockRequest): string =>
  Object.keys(block).find((key) => key !== "object" && key !== "type") as string;

function notParentedBy(place: Place, parent: Node) {
  const id = place.at === "after" ? place.id : "";
  return validationError(`Block ID (${id}) to append children after is not parented by ${parent.id}.`);
}
