import type { IncomingMessage, RequestListener, Server, ServerResponse } from "node:http";
import { createNodeServer } from "@notional/server";

/** Answers one exchange. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** One server for everything: the API below `/v1`, what controls it below `/_notional`, the docs everywhere else. */
export function createFrontDoor({ api, docs }: { api: Handler; docs: Handler }): Server {
  const listener: RequestListener = (request, response) => {
    const isApi = /^\/(v1|_notional)(?=[/?]|$)/.test(request.url ?? "");
    const handler = isApi ? api : docs;
    handler(request, response).catch((error: unknown) => {
      process.stderr.write(`${request.method} ${request.url}: ${String(error)}\n`);
      response.destroy();
    });
  };
  return createNodeServer(listener);
}
