// Appends more blocks, and deeper ones, than one call takes, and reads them again.
import { appendAllChildren, isFullBlock, type Schema } from "@notional/client";
import { markdownToRichText, richTextToMarkdown } from "@notional/client/markdown";
import { home, notion } from "./connect.ts";

const item = (markdown: string, children: Schema<"NestedBlockRequest">[] = []) => ({
  bulleted_list_item: { rich_text: markdownToRichText(markdown), ...(children.length > 0 && { children }) },
});

const deep = item("**Ethiopia**", [item("*Guji*", [item("Shakiso", [item("Mormora")])])]);
const wide = Array.from({ length: 120 }, (_, index) => item(`Bag ${index + 1}`));
const ids = await appendAllChildren(notion, { block_id: home, children: [deep, ...wide] });
console.log(ids.length, "blocks");

for (const block_id of ids.slice(0, 2)) {
  const block = await notion.blocks.get({ block_id });
  if (!isFullBlock(block) || block.type !== "bulleted_list_item") continue;
  console.log(richTextToMarkdown(block.bulleted_list_item.rich_text), block.has_children);
}
