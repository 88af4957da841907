import type { RequestBody } from "@notional/openapi-types";
import type { Reached } from "../../auth/access.ts";
import type { Context } from "../../context.ts";
import { contentRefused, validationError } from "../../errors.ts";
import type { BlockDocument } from "../../store/documents.ts";
import { findNode, updateNode } from "../../store/nodes.ts";
import type { Node } from "../../store/tables.ts";
import { touchContent } from "../touch.ts";
import { mustNotBeInTrash, setInTrash } from "../trash.ts";
import { type ContentRequest, updateContent } from "./content.ts";
import { iconOutsideTab, mustHaveWidth } from "./places.ts";
import { blockType } from "./render.ts";
import { mustHaveOriginals, originalIdOf } from "./synced.ts";

/**
 * Changes the content of a block, puts it into the trash or takes it out, in an order in which both can be
 * asked for at once: what comes out of the trash is changed after it, what goes there before it.
 *
 * @throws ApiError validation_error
 */
export async function updateBlock(
  reached: Reached,
  body: RequestBody<"updateBlock">,
  context: Context,
): Promise<void> {
  const { in_trash, type: _, ...contents } = body as { in_trash?: boolean } & Record<string, unknown>;
  const [type] = Object.keys(contents);
  const restored = in_trash === false ? await restore(reached, context) : reached;
  if (type !== undefined) {
    mustNotBeInTrash(restored);
    await changeContent(restored, type, contents[type] as ContentRequest, context);
  }
  if (in_trash === true) await setInTrash(restored, true, context);
}

async function restore(reached: Reached, context: Context): Promise<Reached> {
  await setInTrash(reached, false, context);
  return { ...reached, node: { ...reached.node, in_trash: 0 }, inTrash: false };
}

async function changeContent(
  { node, ancestry }: Reached,
  type: string,
  request: ContentRequest,
  context: Context,
): Promise<void> {
  if (blockType(node) !== type) throw otherType(blockType(node));
  const stored = JSON.parse(node.document) as BlockDocument;
  const { children: _, ...own } = request;
  const content = updateContent(type, stored, own);
  await mustBeAllowed(node, type, stored, content, context);
  await updateNode(context.db, node.id, { document: JSON.stringify(content) });
  await touchContent(ancestry.chain, context);
}

/** Rules of single types that need more than the update to be checked. */
async function mustBeAllowed(
  node: Node,
  type: string,
  before: BlockDocument,
  after: BlockDocument,
  context: Context,
): Promise<void> {
  if (type === "table_row" || (type === "paragraph" && after.icon != null)) {
    const parent = await findNode(context.db, node.workspace_id, node.parent_id ?? "");
    if (type === "paragraph" && parent?.type !== "tab") throw iconOutsideTab();
    if (type === "table_row" && parent) mustHaveWidth(after, JSON.parse(parent.document) as BlockDocument);
  }
  if (
    type.startsWith("heading_") &&
    before.is_toggleable &&
    !after.is_toggleable &&
    node.children_count > 0
  ) {
    throw contentRefused("A heading that has children must be toggleable.");
  }
  if (type === "synced_block") {
    const asAfter = { type, document: JSON.stringify(after) };
    const wasCopy = originalIdOf(node) !== undefined;
    if (wasCopy !== (originalIdOf(asAfter) !== undefined)) {
      throw contentRefused("An original synced block cannot become a copy, nor a copy an original.");
    }
    await mustHaveOriginals([asAfter], context);
  }
}

/** Reported: https://community.zapier.com/troubleshooting-99/error-expected-block-type-divider-in-request-body-17502 */
const otherType = (is: string) => validationError(`Expected block type ${is} in request body`);
