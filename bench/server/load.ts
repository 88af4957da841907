import autocannon from "autocannon";
import { HEADERS } from "../command.ts";

/** What is sent over and over. */
export interface Shot {
  method: "GET" | "POST" | "PATCH";
  path: string;
  /** Sent as JSON. */
  body?: object;
}

/** How many requests are under way at once. */
const CONNECTIONS = 32;

const headers = { ...HEADERS, "content-type": "application/json" };

/**
 * Keeps a server busy.
 *
 * @param seconds How long; a whole number.
 * @returns Milliseconds per answered request, over all connections: the inverse of requests a second.
 * @throws when an answer is no success
 */
export async function shoot(url: string, { method, path, body }: Shot, seconds: number): Promise<number> {
  const result = await autocannon({
    url: url + path,
    method,
    headers,
    ...(body && { body: JSON.stringify(body) }),
    connections: CONNECTIONS,
    duration: seconds,
  });
  const failed = result.non2xx + result.errors + result.timeouts;
  if (failed > 0) throw new Error(`${failed} of ${result.requests.total} answers of ${path} are failures.`);
  return (result.duration * 1000) / result.requests.total;
}

/** Sends one request. @returns The text of the answer. */
export async function once(url: string, { method, path, body }: Shot): Promise<string> {
  const response = await fetch(url + path, {
    method,
    headers: { ...headers, connection: "close" },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (response.ok) return text;
  throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
}
