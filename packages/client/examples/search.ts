// Finds pages by their titles.
import { idFromUrl, isFullPage } from "@notional/client";
import { notion } from "./connect.ts";

const filter = { property: "object", value: "page" } as const;
for (const found of await notion.search({ filter, page_size: 2 }).collect(3)) {
  if (isFullPage(found)) console.log(found.id, idFromUrl(found.url) === found.id);
}
