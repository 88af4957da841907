// Says something about a page, and reads what was said.
import { isFullComment, plainTextToRichText, richTextToPlainText } from "@notional/client";
import { home, notion } from "./connect.ts";

await notion.comments.create({
  parent: { page_id: home },
  rich_text: plainTextToRichText("Too bright for me."),
});
for await (const comment of notion.comments.list({ block_id: home })) {
  if (isFullComment(comment)) console.log(richTextToPlainText(comment.rich_text));
}
