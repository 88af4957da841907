import { randomUUID } from "node:crypto";
import type { Server as HttpServer, IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Peer } from "../control/access.ts";
import { ConnectionReset } from "../control/intercept.ts";
import { failure, toApiError } from "./envelope.ts";
import { fromIncoming } from "./incoming.ts";
import type { HttpRequest, HttpResponse } from "./messages.ts";
import { createNodeServer } from "./node-server.ts";

/** Answers a request, knowing who is at the other end. */
export type Handle = (request: HttpRequest, peer: Peer) => Promise<HttpResponse>;

/** How long what runs may go on when a server closes, in milliseconds. */
const GRACE_MS = 10_000;

/** Requests from sockets. */
export class Listener {
  /** For a server of Node's that somebody else has. */
  readonly handler: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  readonly #requestTimeout: number;
  readonly #onError: (error: unknown) => void;
  #answered: [ServerResponse, HttpResponse][] = [];
  #isClosing = false;
  #http: HttpServer | undefined;
  #url: string | undefined;

  /**
   * @param requestTimeout How long a request may take to arrive, in milliseconds.
   * @param onError Told of what nobody foresaw.
   */
  constructor(handle: Handle, requestTimeout: number, onError: (error: unknown) => void) {
    this.#requestTimeout = requestTimeout;
    this.#onError = onError;
    this.handler = async (incoming, response) => {
      try {
        this.#send(response, await handle(fromIncoming(incoming), incoming.socket));
      } catch (error) {
        if (error instanceof ConnectionReset) {
          incoming.socket.destroy();
          return;
        }
        onError(error);
        this.#send(response, failure(toApiError(error), randomUUID()));
      }
    };
  }

  /**
   * All that arrived together is answered together: waking a caller takes longer than most answers do, and one that is
   * awake already takes the next answer for nothing.
   */
  #send(response: ServerResponse, answer: HttpResponse): void {
    if (this.#answered.length === 0) setImmediate(() => this.#flush());
    this.#answered.push([response, answer]);
  }

  #flush(): void {
    const answered = this.#answered;
    this.#answered = [];
    for (const [response, answer] of answered) {
      try {
        write(response, answer, this.#isClosing);
      } catch (error) {
        // One that cannot be written, such as of somebody who has answered already, does not keep others back.
        this.#onError(error);
      }
    }
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
    const http = createNodeServer(this.handler as RequestListener, this.#requestTimeout);
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
    this.#isClosing = true;
    const late = setTimeout(() => http.closeAllConnections(), GRACE_MS).unref();
    await new Promise<void>((resolve) => {
      http.close(() => resolve());
      http.closeIdleConnections();
    });
    clearTimeout(late);
  }
}

/** @param isLast A connection that is kept alive would otherwise stay open after its last answer. */
function write(response: ServerResponse, { status, headers, body }: HttpResponse, isLast: boolean): void {
  const length = typeof body === "string" ? Buffer.byteLength(body) : body.length;
  const sent = { ...headers, "content-length": length, ...(isLast && { connection: "close" }) };
  response.writeHead(status, sent).end(body);
}
