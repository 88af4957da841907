import type { paths } from "@notional/server/control";
import createClient, { type Client } from "openapi-fetch";
import { CommandError, UsageError } from "./command.ts";

/** The options of every command that talks to a running server. */
export const CONTROL_OPTIONS = {
  url: { type: "string" },
  key: { type: "string" },
} as const;

export const CONTROL_USAGE = `  --url    where the server is                     (NOTIONAL_URL, or http://localhost:4000)
  --key    the key that it was started with        (NOTIONAL_KEY)
  --help   show this
`;

export type Control = Client<paths>;

/**
 * Where a command's server is.
 *
 * @param url What `--url` says
 * @throws UsageError when it is no address
 */
export function serverUrl(url: string | undefined): string {
  const [text, source] =
    url === undefined
      ? [process.env.NOTIONAL_URL || "http://localhost:4000", "NOTIONAL_URL"]
      : [url, "--url"];
  if (/^https?:$/.test(URL.parse(text)?.protocol ?? "")) return text;
  throw new UsageError(`${source} is an address such as http://localhost:4000, not ${JSON.stringify(text)}.`);
}

/** Nobody is there, and what to do about it. */
export const noServer = (url: string, code?: string): CommandError =>
  new CommandError(
    `No server answers at ${url}${code ? ` (${code})` : ""}. Start one with \`notional start\`, or name another one with --url.`,
  );

/** The control API of a running server. */
export function controlOf({ url, key }: { url?: string | undefined; key?: string | undefined }): Control {
  const baseUrl = serverUrl(url);
  const secret = key ?? process.env.NOTIONAL_KEY;
  return createClient<paths>({
    baseUrl,
    ...(secret !== undefined && { headers: { "x-notional-key": secret } }),
    fetch: async (request) => {
      try {
        return await fetch(request);
      } catch (error) {
        const { cause } = error as { cause?: { code?: string } };
        throw noServer(baseUrl, cause?.code);
      }
    },
  });
}

/** What the mock, or Notion, says to a request below `/_notional`. Ours says neither to what is asked here. */
const FOREIGN = ["missing_version", "invalid_request_url", "unauthorized"];

/**
 * The answer, when there is one.
 *
 * @param file What was sent, for the message
 * @throws CommandError with what the server says is wrong, and what to do
 */
export function must<T>(
  { data, error, response }: { data?: T; error?: unknown; response: Response },
  file?: string,
): T {
  if (response.ok && data !== undefined) return data;
  const { code = "", message } = (typeof error === "object" && error !== null ? error : {}) as {
    code?: string;
    message?: string;
  };
  if (message === undefined || FOREIGN.includes(code)) {
    throw new CommandError(
      `What answers at ${new URL(response.url).origin} is no Notional server (status ${response.status}). Name another one with --url.`,
    );
  }
  const hint = response.status === 403 ? " Pass its key with --key, or as NOTIONAL_KEY." : "";
  // Who types a command sends no body, path or query.
  const about = message.replace(/^(body|path|query)(\.|: )/, "");
  throw new CommandError(`${file === undefined ? "" : `${file}: `}${about}${hint}`);
}
