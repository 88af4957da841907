import type { IncomingMessage, ServerResponse } from "node:http";
import type { NotionVersion } from "@notional/openapi-types";
import type { Exchange, Snapshot } from "./__generated__/control/types.ts";
import { type Clock, systemClock } from "./clock.ts";
import type { Peer } from "./control/access.ts";
import { ControlledClock } from "./control/clock.ts";
import { Faults } from "./control/faults.ts";
import type { Controlled } from "./control/handlers.ts";
import { CONTROL_PATH, control } from "./control/index.ts";
import { intercept } from "./control/intercept.ts";
import { ExchangeLog } from "./control/log.ts";
import { stateOf } from "./control/state.ts";
import { answer, type Environment } from "./http/api.ts";
import { askedBy } from "./http/asked.ts";
import { fromRequest, toResponse } from "./http/fetch.ts";
import { Listener } from "./http/listener.ts";
import type { HttpRequest, HttpResponse } from "./http/messages.ts";
import { type Ids, randomIds } from "./ids.ts";
import { AnswerCache } from "./operations/answer-cache.ts";
import { checkSeed } from "./seed/check.ts";
import type { Seed } from "./seed/format.ts";
import { loadSeed } from "./seed/load.ts";
import { sampleSeed } from "./seed/sample.ts";
import { defaultSettings, type Settings } from "./settings.ts";
import { type DatabaseChoice, openDatabase } from "./store/open.ts";

export interface ServerOptions {
  /**
   * What it starts with when its database is empty, and what `reset` goes back to: a seed, or the path of one as YAML
   * or JSON. The sample workspace of the document's examples when left out.
   */
  seed?: Seed | string;
  clock?: Clock;
  ids?: Ids;
  /**
   * `memory` (when left out), a folder, the URL of a PostgreSQL database (`postgres://…`), or an open database. The
   * server closes it.
   */
  database?: DatabaseChoice;
  /** What a request without `Notion-Version` is answered in. The API refuses such requests, as this does when left out. */
  version?: NotionVersion;
  settings?: Partial<Settings>;
  /** Told what nobody foresaw. Prints it when left out. */
  onError?: (error: unknown) => void;
  /** Told of every exchange of the API. */
  onExchange?: (exchange: Exchange) => void;
}

/** The Notion API. Many live in one process, each with its own state. */
export interface Server {
  /** Answers a request without a socket: of the API below `/v1`, of the control API below `/_notional`. */
  fetch(request: Request): Promise<Response>;
  /** Answers a request of a `node:http` server that somebody else has. */
  handler(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /**
   * Listens.
   *
   * @param port 0 for any free one.
   * @param host Loopback when left out.
   * @returns The URL to use as `baseUrl`.
   * @throws the socket's own error, such as EADDRINUSE
   */
  listen(port?: number, host?: string): Promise<string>;
  /** Where it listens; undefined before. */
  readonly url: string | undefined;
  /** Forgets everything and applies the seed it was made with. */
  reset(): Promise<void>;
  /** Everything as it is now, to be restored later, by any server of the same release on any engine. */
  snapshot(): Promise<Snapshot>;
  /**
   * Forgets everything and restores what a snapshot holds.
   *
   * @throws SnapshotError when it is of another release
   */
  restore(snapshot: Snapshot): Promise<void>;
  /** Everything as it is now, in the format of a seed. */
  export(): Promise<Seed>;
  /** Stops listening, lets what runs end (ten seconds at most), and closes the database. */
  close(): Promise<void>;
}

/**
 * Makes a server with what its seed describes.
 *
 * @throws SeedError for a seed that cannot be read; ApiError for a database that cannot be reached
 */
export async function createServer(options: ServerOptions = {}): Promise<Server> {
  const { seed, ids = randomIds, onError = (error) => console.error(error) } = options;
  const clock = new ControlledClock(options.clock ?? systemClock);
  const settings = { ...defaultSettings, ...options.settings };
  const database = await openDatabase(options.database ?? "memory");
  const initial = async (): Promise<Seed> => {
    if (seed === undefined) return await sampleSeed();
    return typeof seed === "string" ? await loadSeed(seed) : seed;
  };
  const state = stateOf(database, initial, clock, ids);
  try {
    await state.begin();
  } catch (error) {
    await database.close();
    // An object has its types, and waits for no schema. What fails all the same is told as that of a file would be.
    if (typeof seed === "object") await checkSeed(seed);
    throw error;
  }

  const environment: Environment = {
    database,
    clock,
    ids,
    settings,
    answers: new AnswerCache(),
    onError,
  };
  const controlled: Controlled = {
    database,
    clock,
    ids,
    faults: new Faults(),
    log: new ExchangeLog(options.onExchange),
    state,
  };
  const handle = async (request: HttpRequest, peer?: Peer): Promise<HttpResponse> => {
    const asked = askedBy(request, options.version);
    if (asked.path === CONTROL_PATH || asked.path.startsWith(`${CONTROL_PATH}/`)) {
      return await control(asked, peer, { controlled, key: settings.controlKey, onError });
    }
    return await intercept(asked, () => answer(asked, environment), controlled);
  };
  const listener = new Listener(handle, settings.requestTimeout, onError);
  return {
    fetch: async (request) => toResponse(await handle(fromRequest(request))),
    handler: listener.handler,
    listen: (port = 0, host = "127.0.0.1") => listener.listen(port, host),
    get url() {
      return listener.url;
    },
    reset: state.reset,
    snapshot: state.snapshot,
    restore: state.restore,
    export: state.export,
    async close() {
      await listener.close();
      await database.close();
    },
  };
}
