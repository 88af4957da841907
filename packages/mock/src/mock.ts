import { randomUUID } from "node:crypto";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Bundles } from "./bundles.ts";
import { publishedBundles, readBundle } from "./bundles.ts";
import type { Engine } from "./engine.ts";
import type { Answer } from "./errors.ts";
import { errorAnswer, isNotionError, versionError } from "./errors.ts";
import { Refused, readRequest, sendAnswer } from "./exchange.ts";

// An `import` reads all that the module exports, and its `WebSocket` is a client of HTTP that takes 30 ms to load.
const { createServer } = process.getBuiltinModule("node:http");

export interface MockOptions {
  /** The documents to answer from, by `Notion-Version`; by default every bundle of `@notional/spec`. */
  bundles?: Bundles;
  /** Gets a line for each exchange, and another for what is wrong with it. Quiet by default. */
  log?: (line: string) => void;
  /** Makes the id of an answer whose example has none; by default a random UUID. */
  requestId?: () => string;
}

export interface Mock {
  /** Answers one exchange, on any `node:http` server. Never throws. */
  handler(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /**
   * Serves the mock on a port of its own; 0 takes a free one.
   *
   * @returns The base URL, without `/v1`.
   * @throws Error with the `code` EADDRINUSE when the port is taken.
   */
  listen(port?: number, host?: string): Promise<{ url: string }>;
  /** The base URL while the mock listens. */
  readonly url: string | undefined;
  /** Reads the bundles again, at the next request for each. */
  reload(): void;
  /** Drops every connection and stops listening. */
  close(): Promise<void>;
}

/**
 * Creates a mock of the Notion API: stateless, each answer an example of the document, each request
 * validated against it. `Notion-Version` chooses the document; `Prefer: code=404` and `Prefer: example=page`
 * choose the answer.
 *
 * @example
 * const mock = createMock();
 * const { url } = await mock.listen();
 * const notion = new Client({ auth: "ntn_local_dev", baseUrl: url });
 */
export function createMock(options: MockOptions = {}): Mock {
  const { bundles = publishedBundles, log, requestId = randomUUID } = options;
  const engines = new Map<string, Promise<Engine>>();
  let server: Server | undefined;

  // Each version is loaded when it is first asked for: that takes tens of milliseconds.
  const engineOf = (version: string, bundle: Bundles[string]): Promise<Engine> => {
    const known = engines.get(version);
    if (known) return known;
    const engine = loadEngine(bundle);
    engines.set(version, engine);
    // A bundle that is missing may be there next time.
    engine.catch(() => engines.get(version) === engine && engines.delete(version));
    return engine;
  };

  const answer = async (request: IncomingMessage): Promise<Answer> => {
    try {
      const version = request.headers["notion-version"]?.toString();
      const parsed = await readRequest(request);
      const bundle = version !== undefined && Object.hasOwn(bundles, version) && bundles[version];
      if (!bundle) return versionError(version, Object.keys(bundles));
      const engine = await engineOf(version, bundle);
      return await engine(parsed);
    } catch (error) {
      if (error instanceof Refused) return error.answer;
      return errorAnswer(500, "internal_server_error", String(error));
    }
  };

  const handler = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const started = performance.now();
    const given = await answer(request);
    sendAnswer(response, given, requestId);
    if (log) for (const line of report(request, given, performance.now() - started)) log(line);
  };

  return {
    handler,
    async listen(port = 0, host = "127.0.0.1") {
      server = createServer(handler);
      await new Promise<void>((resolve, reject) => {
        server?.once("error", reject).listen(port, host, resolve);
      });
      // The first request should not wait for Prism to load.
      const [version, bundle] = Object.entries(bundles).at(-1) ?? [];
      if (version && bundle) engineOf(version, bundle).catch(() => {});
      return { url: urlOf(server) ?? "" };
    },
    get url() {
      return urlOf(server);
    },
    reload: () => engines.clear(),
    close() {
      server?.closeAllConnections();
      return new Promise((resolve) => (server?.listening ? server.close(() => resolve()) : resolve()));
    },
  };
}

/** Prism and what it needs take a third of a second to load; whoever only creates a mock does not wait. */
async function loadEngine(bundle: Bundles[string]): Promise<Engine> {
  const [{ createEngine }, document] = await Promise.all([import("./engine.ts"), readBundle(bundle)]);
  return createEngine(document);
}

function urlOf(server: Server | undefined): string | undefined {
  const address = server?.address();
  return typeof address === "object" && address ? `http://localhost:${address.port}` : undefined;
}

function report(request: IncomingMessage, { status, headers, body }: Answer, milliseconds: number): string[] {
  const version = request.headers["notion-version"] ?? "no version";
  const lines = [`${request.method} ${request.url} (${version}) ${status} ${milliseconds.toFixed(0)} ms`];
  if (isNotionError(body)) lines.push(`  ${body.message.replaceAll("\n", "\n  ")}`);
  else if (headers["sl-violations"])
    lines.push("  The answer breaks the document; the header sl-violations says where.");
  return lines;
}
