import { expect, onTestFinished } from "vitest";
import { createServer, type Database, type Seed, type Server, type Settings } from "../../src/index.ts";
import { emptySeed } from "../../src/seed/empty.ts";
import { openDatabase } from "../engines.ts";
import type { Called, CallOptions } from "../fixture.ts";

/** A server that nothing may make fail. */
export interface Target {
  server: Server;
  database: Database;
  /** What nobody foresaw, which is what this is about. Nothing of it may be there when the test is over. */
  unforeseen: unknown[];
  /** @param body Sent as it is when it is a text or bytes, as JSON otherwise. */
  call(method: string, path: string, body?: unknown, options?: CallOptions): Promise<Called>;
}

export async function startTarget(seed: Seed = emptySeed, settings: Partial<Settings> = {}): Promise<Target> {
  const database = await openDatabase();
  const unforeseen: unknown[] = [];
  const server = await createServer({
    seed,
    database,
    settings: { strict: true, ...settings },
    onError: (error) => unforeseen.push(error),
  });
  onTestFinished(async () => {
    await server.close();
    expect(unforeseen).toEqual([]);
  });
  return {
    server,
    database,
    unforeseen,
    async call(method, path, body, { token = "ntn_local_dev", version = "2026-03-11", headers } = {}) {
      const response = await server.fetch(
        new Request(`http://localhost${path}`, {
          method,
          headers: { authorization: `Bearer ${token}`, "notion-version": version, ...headers },
          ...(body !== undefined && {
            body: typeof body === "string" || body instanceof Uint8Array ? body : JSON.stringify(body),
          }),
        }),
      );
      return { status: response.status, headers: response.headers, body: await response.json() };
    },
  };
}
