import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { ROOT } from "../copy.ts";

/** Answers every request with the page that the document shows, and does nothing else: a process of its own. */
const bundle = JSON.parse(await readFile(join(ROOT, "spec/dist/2026-03-11/openapi.json"), "utf8"));
const { examples } = bundle.paths["/v1/pages/{page_id}"].get.responses["200"].content["application/json"];
const [example] = Object.values(examples) as [{ $ref: string }];
const page = bundle.components.examples[example.$ref.split("/").at(-1) ?? ""].value;
const body = JSON.stringify(page);
const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };

const server = createServer((request, response) => {
  request.resume().on("end", () => response.writeHead(200, headers).end(body));
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.send?.(typeof address === "object" ? address?.port : undefined);
});
