// Uploads a file in one call. A larger one would go in parts, and a URL would be fetched by Notion.
import { upload } from "@notional/client";
import { notion } from "./connect.ts";

const file = new File(["18 g, 40 s"], "recipe.txt", { type: "text/plain" });
const { id, status } = await upload(
  notion,
  { file },
  { onProgress: ({ sentBytes }) => console.log(sentBytes, "bytes") },
);
console.log(status, id.length);
