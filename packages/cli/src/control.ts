import type { paths } from "@notional/server/control";
import createClient, { type Client } from "openapi-fetch";
import { CommandError } from "./command.ts";

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

/** The control API of a running server. */
export function controlOf({ url, key }: { url?: string | undefined; key?: string | undefined }): Control {
  const baseUrl = url ?? process.env.NOTIONAL_URL ?? "http://localhost:4000";
  const secret = key ?? process.env.NOTIONAL_KEY;
  return createClient<paths>({
    baseUrl,
    ...(secret !== undefined && { headers: { "x-notional-key": secret } }),
    fetch: async (request) => {
      try {
        return await fetch(request);
      } catch (error) {
        const { cause } = error as { cause?: { code?: string } };
        throw new CommandError(
          `No server answers at ${baseUrl}${cause?.code ? ` (${cause.code})` : ""}. Start one with \`notional start\`, or name another one with --url.`,
        );
      }
    },
  });
}

/**
 * The answer, when there is one.
 *
 * @throws CommandError with what the server says is wrong, and what to do
 */
export function must<T>({ data, error, response }: { data?: T; error?: unknown; response: Response }): T {
  if (response.ok && data !== undefined) return data;
  const { message } = (typeof error === "object" && error !== null ? error : {}) as { message?: string };
  if (message === undefined) {
    throw new CommandError(
      `What answers at ${new URL(response.url).origin} is no Notional server (status ${response.status}). Name another one with --url.`,
    );
  }
  const hint = response.status === 403 ? " Pass its key with --key, or as NOTIONAL_KEY." : "";
  throw new CommandError(`${message}${hint}`);
}
