// What HTTP costs by itself: `node:http` that answers the same bytes to everything. With a module of validators it
// reads, parses and validates the body first, as any server of this API must. Prints its URL when it listens.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

const [file = "", validators, operationId = ""] = process.argv.slice(2);
const answer = readFileSync(file);
const headers = { "content-type": "application/json; charset=utf-8", "content-length": answer.length };
const validate = validators ? (await import(validators)).requests[operationId].body : undefined;

const server = createServer((request, response) => {
  if (!validate) {
    request.resume();
    response.writeHead(200, headers).end(answer);
    return;
  }
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const isValid = validate(JSON.parse(Buffer.concat(chunks).toString()));
    response.writeHead(isValid ? 200 : 400, headers).end(answer);
  });
});
server.listen(0, "127.0.0.1", () => {
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
