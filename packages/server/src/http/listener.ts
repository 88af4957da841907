import {
  createServer,
  type Server as HttpServer,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import type { Peer } from "../control/access.ts";
import { ConnectionReset } from "../control/intercept.ts";

/** Answers a request, knowing who is at the other end. */
export type Handle = (request: Request, peer: Peer) => Promise<Response>;

/** How long what runs may go on when a server closes, in milliseconds. */
const GRACE_MS = 10_000;

/** Requests from sockets for a server that speaks in `Request` and `Response`. */
export class Listener {
  /** For a server of Node's that somebody else has. */
  readonly handler: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  readonly #running = new Set<ServerResponse>();
  #http: HttpServer | undefined;
  #url: string | undefined;

  constructor(handle: Handle) {
    const listener = getRequestListener(async (request, { incoming }) => {
      const { socket } = incoming as IncomingMessage;
      try {
        return await handle(request, { remoteAddress: socket.remoteAddress });
      } catch (error) {
        if (!(error instanceof ConnectionReset)) throw error;
        socket.destroy();
        return new Response(null);
      }
    });
    this.handler = async (request, response) => {
      this.#running.add(response);
      response.once("close", () => this.#running.delete(response));
      await listener(request, response);
    };
  }

  get url(): string | undefined {
    return this.#url;
  }

  /**
   * @param port 0 for any free one.
   * @returns The URL to use as `baseUrl`.
   * @throws the socket's own error, such as EADDRINUSE
   */
  async listen(port: number, host: string): Promise<string> {
    if (this.#http) throw new Error(`The server listens on ${this.#url} already.`);
    const http = createServer(this.handler as RequestListener);
    await new Promise<void>((resolve, reject) => {
      http.once("error", reject).listen(port, host, () => resolve());
    });
    this.#http = http;
    const address = http.address() as AddressInfo;
    this.#url = `http://${host.includes(":") ? `[${host}]` : host}:${address.port}`;
    return this.#url;
  }

  /** Takes no more requests and waits for those that run, but not for ever. */
  async close(): Promise<void> {
    const http = this.#http;
    if (!http) return;
    this.#http = undefined;
    this.#url = undefined;
    // A connection that is kept alive would otherwise stay open after its last answer.
    for (const response of this.#running)
      if (!response.headersSent) response.setHeader("connection", "close");
    const late = setTimeout(() => http.closeAllConnections(), GRACE_MS).unref();
    await new Promise<void>((resolve) => {
      http.close(() => resolve());
      http.closeIdleConnections();
    });
    clearTimeout(late);
  }
}
