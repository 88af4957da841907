import { createClient, isFullPage, queryAll, upload } from "../../src/index.ts";
import { createCore, listUsers } from "../../src/operations.ts";
import { defineTable } from "../../src/tables.ts";
import { receiveWebhook } from "../../src/webhooks.ts";

// What must compile with the types of any environment, and without the strictest options of this repository.
const notion = createClient({ auth: "ntn_local_dev", fetch });
const { data, error, response } = await notion.GET("/v1/users", { signal: AbortSignal.timeout(1000) });
const status: number = response.status;
const names: (string | null | undefined)[] = error ? [error.message] : data.results.map((user) => user.name);
await notion.PATCH("/v1/pages/{page_id}", {
  params: { path: { page_id: names[status] ?? "" } },
  body: { icon: null },
});

const page = await notion.pages.get({ page_id: names[0] ?? "" }, { signal: AbortSignal.timeout(1000) });
for await (const block of notion.blocks.children.list({ block_id: page.id })) {
  if (block.type === "paragraph") names.push(block.paragraph.rich_text[0]?.plain_text);
}
const users: { id: string }[] = await listUsers(createCore({ auth: () => "ntn_local_dev" })).collect(10);
for await (const row of queryAll(notion, { data_source_id: users[0]?.id ?? "" })) names.push(row.id);

const { id } = await upload(notion, {
  file: new Blob(["beans"]),
  filename: "beans.txt",
  contentType: "text/plain",
});
const delivery = await receiveWebhook(new Request("https://lighthouse.example/"), { verificationToken: id });
if (delivery.verification_token === undefined && delivery.type === "page.created")
  names.push(delivery.entity.id);
const beans = defineTable({ id, columns: { Price: { id: "p", type: "number" } } });
const prices: (number | null)[] = (await beans.query(notion).collect(10)).map(({ values }) => values.Price);
if (isFullPage(page)) names.push(page.url, String(prices[0]));
