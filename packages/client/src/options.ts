import type { NotionVersion } from "@notional/openapi-types";
import { versions } from "@notional/openapi-types/versions";

/** What a public connection authenticates itself with, where it has no token yet. */
export interface ClientCredentials {
  clientId: string;
  clientSecret: string;
}

/** What every client needs, whatever its version. */
export interface ClientOptions {
  /**
   * The token of a connection, `ntn_…` or `secret_…`; or the client id and secret of a public connection, which the
   * OAuth operations take and no other does.
   */
  auth: string | ClientCredentials;
  /** Where the API is: `https://api.notion.com` by default, `http://localhost:4000` for the local one. */
  baseUrl?: string | undefined;
  /** What sends the requests, by default the global `fetch`. */
  fetch?: ((request: Request) => Promise<Response>) | undefined;
}

/**
 * @param auth what the caller gave, which may be anything where types are not checked
 * @returns what to send as `Authorization`
 * @throws {TypeError} when it is neither a token nor a pair of id and secret that a header can carry
 */
export function checkAuth(auth: unknown): string {
  if (typeof auth !== "object" || auth === null) return `Bearer ${checkToken(auth)}`;
  const { clientId, clientSecret } = auth as Partial<ClientCredentials>;
  const isText = (value: unknown) => typeof value === "string" && /^[\x21-\x7e]+$/.test(value);
  // A colon ends the id (RFC 7617), so that it cannot be in one.
  if (!isText(clientId) || clientId?.includes(":") || !isText(clientSecret)) {
    throw new TypeError(
      "`auth` has no `clientId` and `clientSecret` that can be sent. Pass those of a public connection, or its token.",
    );
  }
  return `Basic ${btoa(`${clientId}:${clientSecret}`)}`;
}

function checkToken(auth: unknown): string {
  const expected = 'Pass the token of a connection, like `createClient({ auth: "ntn_…" })`.';
  if (auth === undefined || auth === null) throw new TypeError(`\`auth\` is missing. ${expected}`);
  if (typeof auth !== "string") throw new TypeError(`\`auth\` is not a string. ${expected}`);
  if (auth.trim() === "") throw new TypeError(`\`auth\` is empty. ${expected}`);
  // The token is not repeated here: error messages end up in logs.
  if (!/^[\x21-\x7e]+$/.test(auth)) {
    throw new TypeError(
      `\`auth\` has a space, a line break or another character that no token has. ${expected}`,
    );
  }
  return auth;
}

/**
 * @param version what the caller gave as version
 * @throws {TypeError} when there are no types of that version
 */
export function checkVersion<Version extends NotionVersion>(version: Version): Version {
  if (!versions.includes(version)) {
    throw new TypeError(`\`version\` is ${JSON.stringify(version)}. Supported are ${versions.join(", ")}.`);
  }
  return version;
}

/**
 * @param baseUrl where the API is, with or without a path and a trailing slash
 * @throws {TypeError} when it is not an absolute HTTP URL, or has more than an origin and a path
 */
export function checkBaseUrl(baseUrl: string): string {
  const expected = "It is the URL before `/v1`, like `https://api.notion.com`.";
  const reject = (reason: string) =>
    new TypeError(`\`baseUrl\` ${JSON.stringify(baseUrl)} ${reason}. ${expected}`);
  let url: URL;
  try {
    url = new URL(baseUrl);
  } catch {
    throw reject("is not a URL");
  }
  if (url.protocol !== "https:" && url.protocol !== "http:") throw reject("is not an HTTP URL");
  if (url.username || url.password) throw reject("has a user name or a password");
  if (url.search || url.hash) throw reject("has a query or a fragment");
  // The usual slip: every path of the API starts with it.
  if (/\/v1\/?$/.test(url.pathname)) throw reject("ends in `/v1`");
  return url.href.replace(/\/+$/, "");
}
