// Lists the views of a database.
import { notion } from "./connect.ts";

const database_id = process.env.NOTION_DATABASE ?? "9d2b5f81-4a6c-4e37-8c15-7e0f3a9b6d42";
for (const { object, type } of await notion.views.list({ database_id }).collect(10))
  console.log(object, type);
