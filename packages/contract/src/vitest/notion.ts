import { createMock } from "@notional/mock";
import { createServer, type ServerOptions } from "@notional/server";

export interface NotionOptions extends Pick<ServerOptions, "seed" | "clock" | "ids" | "settings"> {
  /** `server`, which keeps what is written, or `mock`, which answers from examples. `server` when left out. */
  target?: "server" | "mock";
}

/** The Notion API in this process, with a state of its own. */
export interface Notion {
  /** To be used as `baseUrl`; a free port of this machine. */
  url: string;
  /** A token that it takes. */
  token: string;
  /** Makes it as it was at first. A mock has no state, and stays as it is. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts the Notion API in this process, on a free port.
 *
 * @param options.seed what it starts with: a seed or the path of one; the sample workspace when left out. The mock
 * takes none.
 * @throws SeedError for a seed that cannot be read
 */
export async function startNotion({ target = "server", ...options }: NotionOptions = {}): Promise<Notion> {
  if (target === "mock") {
    const mock = createMock();
    const { url } = await mock.listen();
    return { url, token: "ntn_local_dev", reset: async () => {}, close: mock.close };
  }
  const server = await createServer(options);
  return { url: await server.listen(), token: "ntn_local_dev", reset: server.reset, close: server.close };
}
