import { appendFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { judgeExchange, type Verdict } from "../recordings/check.ts";
import { lineOf } from "../recordings/formats/wire.ts";
import { exchangeOf } from "../recordings/line.ts";
import { createRedactor } from "./redact.ts";

export interface RecorderOptions {
  /** Where the API is, without `/v1`: `https://api.notion.com`. */
  upstream: string;
  /** The file that lines are added to; it is made when it is not there. */
  file: string;
  /** What to call the session; `id`s are `recorded:<tape>#<position>`. */
  tape: string;
  /** Told what the document says of each exchange, or undefined when it has no such operation or version. */
  onExchange?: (id: string, verdict: Verdict | undefined) => void;
}

export interface Recorder {
  /**
   * Listens on the loopback address.
   *
   * @param port 0 for any free one
   * @returns the URL to use as `baseUrl`
   * @throws the socket's own error, such as EADDRINUSE
   */
  listen(port: number): Promise<string>;
  /** Takes no more requests, and resolves when those under way are answered and written. */
  close(): Promise<void>;
}

/** Headers that belong to one connection, or that `fetch` sets for the body that it has unpacked. */
const OWN = ["host", "connection", "keep-alive", "transfer-encoding", "content-length", "content-encoding"];

/**
 * Makes a proxy that forwards every request and writes it down. A line is in the file before the caller has the end of
 * its answer, so whatever somebody has seen is not lost, however the process ends.
 *
 * @throws when the file cannot be written
 */
export function createRecorder({ upstream, file, tape, onExchange }: RecorderOptions): Recorder {
  appendFileSync(file, "");
  const redact = createRedactor();
  let position = 0;

  async function forward(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = `${upstream.replace(/\/$/, "")}${request.url}`;
    const requestHeaders = flat(request.headers);
    const body = Buffer.concat(await request.toArray());
    const answer = await fetch(url, {
      method: request.method ?? "GET",
      headers: without(requestHeaders, [...OWN, "accept-encoding"]),
      ...(body.length > 0 && { body }),
      redirect: "manual",
    });
    const responseHeaders = Object.fromEntries(answer.headers);
    response.writeHead(answer.status, without(responseHeaders, OWN));
    const [theirs, ours] = answer.body?.tee() ?? [];
    const read = ours ? text(ours) : Promise.resolve("");
    // Events of a stream are passed on as they come; only the end waits for the line.
    for await (const chunk of theirs ?? []) response.write(chunk);
    const line = redact(
      lineOf(`recorded:${tape}#${position++}`, {
        method: request.method ?? "GET",
        url,
        requestHeaders,
        requestBody: body.toString("utf8"),
        status: answer.status,
        responseHeaders,
        responseBody: await read,
      }),
    );
    appendFileSync(file, `${JSON.stringify(line)}\n`);
    response.end();
    onExchange?.(line.id, judgeExchange(exchangeOf(line)));
  }

  const server = createServer((request, response) => {
    forward(request, response).catch((error: Error) => {
      // Nothing was answered, so there is nothing to record.
      if (response.headersSent) return response.destroy();
      const cause = error.cause instanceof Error ? error.cause.message : error.message;
      response.writeHead(502, { "content-type": "application/json" }).end(
        JSON.stringify({
          object: "error",
          status: 502,
          code: "bad_gateway",
          message: `${upstream} does not answer: ${cause}`,
        }),
      );
    });
  });
  return {
    listen: (port) =>
      new Promise((resolve, reject) => {
        server.once("error", reject).listen(port, "127.0.0.1", () => {
          resolve(`http://localhost:${(server.address() as AddressInfo).port}`);
        });
      }),
    close() {
      server.closeIdleConnections();
      return new Promise((resolve) => (server.listening ? server.close(() => resolve()) : resolve()));
    },
  };
}

function flat(headers: IncomingMessage["headers"]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, [value].flat().join(", ")]),
  );
}

function without(headers: Record<string, string>, names: string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name)));
}
