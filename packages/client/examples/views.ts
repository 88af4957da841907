// Lists the views of a database.
import { notion } from "./connect.ts";

const database_id = process.env.NOTION_DATABASE ?? "9d2b5f81-4a6c-4e37-8c15-7e0f3a9b6d42";
for (const { id: view_id } of await notion.views.list({ database_id }).collect(10)) {
  const view = await notion.views.get({ view_id });
  console.log(view.object, view.type);
}
