import { Agent, request } from "node:http";

/** What is sent over and over. */
export interface Shot {
  method: string;
  /** With the query. */
  path: string;
  /** JSON text; may differ from request to request. */
  body?: (index: number) => string;
}

const HEADERS = {
  authorization: "Bearer ntn_local_dev",
  "notion-version": "2026-03-11",
  "content-type": "application/json",
};

/** How many requests are under way at once. */
const CONNECTIONS = 32;

/**
 * Keeps a server busy.
 *
 * @param forMs How long, in milliseconds.
 * @returns Milliseconds per answered request, over all connections: the inverse of requests a second.
 * @throws when an answer is no success
 */
export async function shoot(url: string, shot: Shot, forMs: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const started = performance.now();
  let count = 0;
  let next = 0;
  const gunner = async (): Promise<void> => {
    while (performance.now() - started < forMs) {
      await once(url, shot, next++, agent);
      count += 1;
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, gunner));
  const took = performance.now() - started;
  agent.destroy();
  return took / count;
}

/** Sends one request. @returns The text of the answer. */
export function once(url: string, shot: Shot, index = 0, agent?: Agent): Promise<string> {
  const body = shot.body?.(index);
  return new Promise((resolve, reject) => {
    const sent = request(
      new URL(shot.path, url),
      {
        method: shot.method,
        headers: { ...HEADERS, ...(body !== undefined && { "content-length": Buffer.byteLength(body) }) },
        agent: agent ?? false,
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () => {
          const text = Buffer.concat(chunks).toString();
          if (response.statusCode === 200) resolve(text);
          else reject(new Error(`${shot.method} ${shot.path} answered ${response.statusCode}: ${text}`));
        });
        response.on("error", reject);
      },
    );
    sent.on("error", reject);
    sent.end(body);
  });
}
