import { createServer as createHttpServer, type Server as HttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { type Clock, systemClock } from "./clock.ts";
import { answer, type Environment } from "./http/api.ts";
import { type Ids, randomIds } from "./ids.ts";
import { AnswerCache } from "./operations/answer-cache.ts";
import { applySeed } from "./seed/apply.ts";
import { emptySeed } from "./seed/empty.ts";
import type { Seed } from "./seed/format.ts";
import { defaultSettings, type Settings } from "./settings.ts";
import type { Database } from "./store/database.ts";
import { openSqlite } from "./store/sqlite/open.ts";

export interface ServerOptions {
  /** What it starts with, when its database is empty. */
  seed?: Seed;
  clock?: Clock;
  ids?: Ids;
  /** An open database; one in memory when left out. The server closes it. */
  database?: Database;
  settings?: Partial<Settings>;
  /** Told what nobody foresaw. Prints it when left out. */
  onError?: (error: unknown) => void;
}

/** The Notion API. Many live in one process, each with its own state. */
export interface Server {
  /** Answers a request without a socket. */
  fetch(request: Request): Promise<Response>;
  /**
   * Listens.
   *
   * @param port 0 for any free one.
   * @param host Loopback when left out.
   * @returns The URL to use as `baseUrl`.
   */
  listen(port?: number, host?: string): Promise<string>;
  /** Where it listens; undefined before. */
  readonly url: string | undefined;
  /** Stops listening, lets what runs end, and closes the database. */
  close(): Promise<void>;
}

/** Makes a server with what its seed describes. */
export async function createServer(options: ServerOptions = {}): Promise<Server> {
  const {
    clock = systemClock,
    ids = randomIds,
    seed = emptySeed,
    onError = (error) => console.error(error),
  } = options;
  const database = options.database ?? (await openSqlite());
  const environment: Environment = {
    database,
    clock,
    ids,
    settings: { ...defaultSettings, ...options.settings },
    answers: new AnswerCache(),
    onError,
  };
  await database.write("*", async (db) => {
    const known = await db.selectFrom("workspaces").select("id").limit(1).executeTakeFirst();
    if (!known) await applySeed(seed, { db, ids, now: clock.now().toISOString() });
  });

  let http: HttpServer | undefined;
  let url: string | undefined;
  const handle = (request: Request): Promise<Response> => answer(request, environment);
  return {
    fetch: handle,
    async listen(port = 0, host = "127.0.0.1") {
      const listener = createHttpServer(getRequestListener(handle));
      http = listener;
      await new Promise<void>((resolve, reject) => {
        listener.once("error", reject).listen(port, host, () => resolve());
      });
      const address = listener.address() as AddressInfo;
      url = `http://${host.includes(":") ? `[${host}]` : host}:${address.port}`;
      return url;
    },
    get url() {
      return url;
    },
    async close() {
      const listening = http;
      if (listening) {
        await new Promise<void>((resolve) => {
          listening.close(() => resolve());
          listening.closeIdleConnections();
        });
      }
      await database.close();
    },
  };
}
