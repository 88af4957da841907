import type { Schema } from "@notional/openapi-types";
import type { Context } from "../../context.ts";
import type { Revision } from "../../store/children.ts";
import type { BlockDocument, DatabaseDocument, PageDocument, StoredRichText } from "../../store/documents.ts";
import { findNodes } from "../../store/nodes.ts";
import type { Node } from "../../store/tables.ts";
import { hasHostedFile } from "../files.ts";
import { toBytes } from "../json-bytes.ts";
import { databaseIdsOf, renderParent } from "../parents.ts";
import { mentionedIn, mentionsAnything, type References, referencesOf } from "../references.ts";
import { renderRichText } from "../rich-text/render.ts";
import { toMinute } from "../times.ts";
import { titleOf } from "../titles.ts";
import { contentFields } from "./fields.ts";
import { originalIdOf, originalsOf } from "./synced.ts";

/**
 * Blocks as answers have them; pages and databases as `child_page` and `child_database`.
 *
 * @param inTrash Whether something above all of them is in the trash.
 */
export async function renderBlocks(
  nodes: readonly Node[],
  inTrash: boolean,
  context: Context,
): Promise<Schema<"Block">[]> {
  const contents = nodes.map(storedContent);
  const references = await referencesOf(context, contents);
  const databaseIds = await databaseIdsOf(context.db, nodes);
  const originals = await originalsOf(nodes, context);
  return nodes.map((node, index) => {
    const type = blockType(node);
    const original = originalIdOf(node);
    const holder = original === undefined ? node : originals.get(original);
    return {
      object: "block",
      id: node.id,
      parent: renderParent(node, databaseIds),
      created_time: toMinute(node.created_time),
      last_edited_time: toMinute(node.last_edited_time),
      created_by: { object: "user", id: node.created_by },
      last_edited_by: { object: "user", id: node.last_edited_by },
      // What a database has are data sources, and those are no blocks.
      has_children: node.kind !== "database" && (holder?.children_count ?? 0) > 0,
      in_trash: inTrash || node.in_trash === 1,
      type,
      [type]: renderContent(type, contents[index] ?? {}, references, context),
    } as unknown as Schema<"Block">;
  });
}

/**
 * The same as JSON, from what was answered before where that still holds.
 *
 * @param inTrash Whether something above all of them is in the trash.
 */
export async function renderBlockBytes(
  revisions: readonly Revision[],
  inTrash: boolean,
  context: Context,
): Promise<Buffer<ArrayBuffer>[]> {
  const { answers, db, connection } = context;
  const stamp = ({ revision }: Revision): string => `block ${revision} ${inTrash}`;
  return await answers.getAll(revisions, stamp, async (ids) => {
    const nodes = [...(await findNodes(db, connection.workspaceId, ids)).values()];
    const blocks = await renderBlocks(nodes, inTrash, context);
    return nodes.map((node, index) => ({
      revision: node,
      bytes: toBytes(blocks[index]),
      isSameForAll: isSameForAll(node),
    }));
  });
}

/** Whether everything that is shown of a block follows from its own row, whoever asks and whenever. */
function isSameForAll(node: Node): boolean {
  if (node.kind !== "block" || node.type === "synced_block") return false;
  return !hasHostedFile(node) && !mentionsAnything(mentionedIn([JSON.parse(node.document)]));
}

/** The type that a node has as a block. */
export function blockType({ kind, type }: Node): string {
  if (kind === "page") return "child_page";
  return kind === "database" ? "child_database" : (type ?? "unsupported");
}

/** What is shown of a node as a block: of a page or database only its title. */
function storedContent({ kind, document }: Node): BlockDocument {
  const parsed: unknown = JSON.parse(document);
  if (kind === "page") return { title: titleOf(parsed as PageDocument) };
  return kind === "database" ? { title: (parsed as DatabaseDocument).title } : (parsed as BlockDocument);
}

function renderContent(
  type: string,
  stored: BlockDocument,
  references: References,
  context: Context,
): Record<string, unknown> {
  if (type === "child_page" || type === "child_database") {
    const title = renderRichText(stored.title as StoredRichText[], references, context);
    const text = title.map(({ plain_text }) => plain_text).join("");
    return { title: type === "child_database" ? text || "Untitled" : text };
  }
  const { ...content } = stored;
  for (const [key, { absent, render }] of Object.entries(contentFields[type] ?? {})) {
    const value = stored[key] === undefined ? absent : stored[key];
    if (value !== undefined) content[key] = render ? render(value, references, context) : value;
  }
  return content;
}
