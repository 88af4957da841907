import type { IncomingMessage } from "node:http";
import { BodyTooLarge, type HttpRequest } from "./messages.ts";

/** What is still read of a body that is refused, so that its sender comes to read why. In bytes. */
const MOST_DRAINED = 8 * 1024 * 1024;

/** A name or an address, and a port. */
const HOST = /^([\w.-]+|\[[\da-f:.]+\])(:\d{1,5})?$/i;

/** A request from a socket as the API reads it. */
export function fromIncoming(incoming: IncomingMessage): HttpRequest {
  const { method = "", url = "", headers } = incoming;
  return {
    method,
    target: HOST.test(headers.host ?? "") ? targetOf(url) : undefined,
    header: (name) => headers[name] as string | undefined,
    body: (limit) => read(incoming, limit),
  };
}

/** Proxies are sent whole addresses. */
function targetOf(url: string): string | undefined {
  if (url.startsWith("/")) return url;
  const address = URL.parse(url);
  return address ? address.pathname + address.search : undefined;
}

function read(incoming: IncomingMessage, limit: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    if (Number(incoming.headers["content-length"] ?? 0) > limit) reject(new BodyTooLarge());
    incoming.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) {
        chunks.push(chunk);
        return;
      }
      reject(new BodyTooLarge());
      chunks.length = 0;
      if (size > MOST_DRAINED) incoming.destroy();
    });
    incoming.once("end", () => resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)));
    incoming.once("close", () => {
      if (!incoming.complete) reject(new Error("The caller went away."));
    });
    incoming.once("error", reject);
  });
}
