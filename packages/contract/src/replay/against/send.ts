import { setTimeout as delay } from "node:timers/promises";
import { Unreachable } from "./against.ts";

/** How often a request is sent to somebody who asks to wait. */
const ATTEMPTS = 5;

/**
 * What sends requests to an address in place of their own, and waits as long as a 429 asks for.
 *
 * @param url without `/v1`
 * @throws Unreachable when nothing answers there
 */
export function sendTo(url: string): (request: Request) => Promise<Response> {
  const base = url.replace(/\/$/, "");
  return async (request) => {
    const { pathname, search } = new URL(request.url);
    const body = request.body === null ? null : await request.arrayBuffer();
    for (let attempt = 1; ; attempt += 1) {
      const response = await fetch(`${base}${pathname}${search}`, {
        method: request.method,
        headers: request.headers,
        body,
        redirect: "manual",
      }).catch((error: Error) => {
        const { code, message } = Object(error.cause ?? error) as { code?: string; message: string };
        throw new Unreachable(`${url} does not answer (${code ?? message}).`);
      });
      if (response.status !== 429 || attempt === ATTEMPTS) return response;
      await response.body?.cancel();
      await delay(1000 * Number(response.headers.get("retry-after") ?? 1));
    }
  };
}
