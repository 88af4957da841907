// Makes a page, reads it, renames it and throws it away.
import { isFullPage, isNotionError, readProperty } from "@notional/client";
import { home, notion } from "./connect.ts";

const title = (content: string) => ({ title: { title: [{ text: { content } }] } });

const made = await notion.pages.create({ parent: { page_id: home }, properties: title("Cupping notes") });
if (made.object !== "page") throw new Error("Only `allow_async` makes a task of it.");

await notion.pages.update({ page_id: made.id, properties: title("Cupping notes, Friday") });
const page = await notion.pages.get({ page_id: made.id });
if (isFullPage(page)) console.log(readProperty(page, "title", "title"));

await notion.pages.update({ page_id: made.id, in_trash: true });

try {
  await notion.pages.get({ page_id: "00000000-0000-4000-8000-000000000000" });
} catch (error) {
  if (!isNotionError(error, "object_not_found")) throw error;
  console.log(error.status, error.code);
}
