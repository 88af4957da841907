import { randomUUID } from "node:crypto";
import type { Server as HttpServer, RequestListener, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { ApiError } from "../errors.ts";
import { defaultSettings } from "../settings.ts";
import { failure } from "./envelope.ts";

// An `import` reads all that the module exports, and its `WebSocket` is a client of HTTP that takes 30 ms to load.
const { createServer, STATUS_CODES } = process.getBuiltinModule("node:http");

/** Why Node gives up on a connection; anything else is no HTTP. */
const statuses: Record<string, number> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/**
 * A server of Node's that waits for no request for ever, and answers in the envelope also what Node itself refuses:
 * what is no HTTP, too long in its headers, or too late.
 *
 * @param timeout How long a request may take to arrive, in milliseconds.
 */
export function createNodeServer(
  listener: RequestListener,
  timeout = defaultSettings.requestTimeout,
): HttpServer {
  const running = new WeakMap<Duplex, ServerResponse>();
  const http = createServer(
    {
      requestTimeout: timeout,
      headersTimeout: timeout,
      connectionsCheckingInterval: Math.min(timeout, 10_000),
      // Who reads the request says so in the envelope.
      requireHostHeader: false,
    },
    (request, response) => {
      running.set(request.socket, response);
      listener(request, response);
    },
  );
  // Nothing that could be expected but 100-continue has a meaning here.
  http.on("checkExpectation", listener);
  http.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    const isAnswered = running.get(socket)?.headersSent === true && !running.get(socket)?.writableFinished;
    if (!socket.writable || isAnswered) socket.destroy();
    else refuse(error.code ?? "", socket);
  });
  return http;
}

/** Says why, and closes the connection: where the next request would begin nobody knows. */
function refuse(code: string, socket: Duplex): void {
  const status = statuses[code] ?? 400;
  const error = new ApiError(status, "invalid_request", "The request could not be read.");
  const { headers, body } = failure(error, randomUUID());
  const sent = { ...headers, "content-length": Buffer.byteLength(body), connection: "close" };
  const lines = Object.entries(sent).map(([name, value]) => `${name}: ${value}`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join("\r\n")}\r\n\r\n${body}`);
}
