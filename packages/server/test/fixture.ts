import { onTestFinished } from "vitest";
import {
  type Clock,
  createServer,
  type Database,
  type Seed,
  type Server,
  type Settings,
  sequentialIds,
} from "../src/index.ts";
import { emptySeed } from "../src/seed/empty.ts";
import { openDatabase } from "./engines.ts";

/** What a test talks to: a server of its own, in memory, with a clock that stands and ids that are known. */
export interface Fixture {
  server: Server;
  /** What it stands on, for what no answer tells. */
  database: Database;
  clock: Clock & { time: Date };
  /** Sends a request and reads the answer. */
  call(method: string, path: string, body?: unknown, options?: CallOptions): Promise<Called>;
}

export interface CallOptions {
  token?: string;
  version?: string;
  headers?: Record<string, string>;
}

export interface Called {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into any answer
  body: any;
}

/** The moment at which tests happen. */
export const NOW = "2026-11-20T12:34:56.789Z";

/**
 * A server for the test that asks for it.
 *
 * @param settings Besides `strict`, which is always on: every answer of every test is held to the document.
 * @param whenDone When it is closed: after the test, or after all tests that share it because they only read.
 */
export async function startServer(
  seed: Seed = emptySeed,
  settings: Partial<Settings> = {},
  whenDone: (close: () => Promise<void>) => void = onTestFinished,
): Promise<Fixture> {
  const database = await openDatabase();
  const clock = { time: new Date(NOW), now: () => clock.time };
  const server = await createServer({
    clock,
    ids: sequentialIds(1),
    seed,
    database,
    settings: { ...settings, strict: true },
    onError: (error) => {
      throw error;
    },
  });
  whenDone(() => server.close());
  return {
    server,
    database,
    clock,
    async call(method, path, body, { token = "ntn_local_dev", version = "2026-03-11", headers } = {}) {
      const response = await server.fetch(
        new Request(`http://localhost${path}`, {
          method,
          headers: {
            authorization: `Bearer ${token}`,
            "notion-version": version,
            ...(body !== undefined && { "content-type": "application/json" }),
            ...headers,
          },
          ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
        }),
      );
      return { status: response.status, headers: response.headers, body: await response.json() };
    },
  };
}
