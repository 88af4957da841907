import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** What to do with one request. */
export type Behaviour = (response: ServerResponse, request: IncomingMessage) => void;

export interface MisbehavingServer {
  url: string;
  /** Every request so far: method, path and body. */
  seen: string[];
  /** Resolves when the first request is there. */
  arrived: Promise<void>;
  /** Resolves when the client hangs up on a request that was left without an answer. */
  hungUp: Promise<void>;
}

/**
 * A server on loopback that does with each request what it is told to, in order, and closes with the test.
 *
 * @param behaviours one for each request; a further one is answered with 418
 */
export async function misbehave(...behaviours: Behaviour[]): Promise<MisbehavingServer> {
  const seen: string[] = [];
  const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>();
  const { promise: hungUp, resolve: hangUp } = Promise.withResolvers<void>();
  const server = createServer(async (request, response) => {
    response.on("close", () => {
      if (!response.writableEnded) hangUp();
    });
    const body: Buffer[] = [];
    for await (const chunk of request) body.push(chunk);
    seen.push(`${request.method} ${request.url} ${Buffer.concat(body)}`.trim());
    arrive();
    const behaviour = behaviours.shift() ?? json(418, { code: "unexpected_request", message: "No more." });
    behaviour(response, request);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, seen, arrived, hungUp };
}

/** Answers with JSON. */
export function json(status: number, body: unknown, headers: Record<string, string> = {}): Behaviour {
  return (response) => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(JSON.stringify(body));
  };
}

/** Answers as the API does when something fails. */
export function failure(status: number, code: string, headers: Record<string, string> = {}): Behaviour {
  const request_id = "6f5d1c3e-0b7a-4f60-9d2e-3a1b5c7d9e0f";
  return json(
    status,
    { object: "error", status, code, message: `It is ${code}.`, request_id },
    { "x-notion-request-id": request_id, ...headers },
  );
}

/** Never answers. */
export const hang: Behaviour = () => {};

/** Closes the connection without an answer. */
export const reset: Behaviour = (response) => response.socket?.resetAndDestroy();

/** Promises more of a body than comes, and closes the connection. */
export const breakOff: Behaviour = (response) => {
  response.writeHead(200, { "content-type": "application/json", "content-length": "100" });
  response.write('{"object":', () => response.socket?.destroy());
};

/** Sends half a body and nothing more. */
export const stall: Behaviour = (response) => {
  response.writeHead(200, { "content-type": "application/json", "content-length": "100" });
  response.write('{"object":');
};

/** Answers with a text as it is. */
export function text(status: number, body: string, type = "text/html"): Behaviour {
  return (response) => {
    response.writeHead(status, { "content-type": type });
    response.end(body);
  };
}
