import type { LatestVersion, NotionVersion } from "@notional/openapi-types";
import { versions } from "@notional/openapi-types/versions";
import type { Clock } from "./clock.ts";
import { type Authorize, authorizeWith } from "./policies/auth.ts";
import type { Hooks } from "./policies/hooks.ts";
import type { Pace } from "./policies/pacer.ts";

/** What a public connection authenticates itself with, where it has no token yet. */
export interface ClientCredentials {
  clientId: string;
  clientSecret: string;
}

/** What every client needs, whatever its version. */
export interface ClientOptions {
  /**
   * The token of a connection, `ntn_…` or `secret_…`; or the client id and secret of a public connection, which the
   * OAuth operations take and no other does; or a function that is asked for the token before every attempt.
   */
  auth: string | ClientCredentials | (() => string | Promise<string>);
  /** Where the API is: `https://api.notion.com` by default, `http://localhost:4000` for the local one. */
  baseUrl?: string | undefined;
  /** What sends the requests, by default the global `fetch`. */
  fetch?: ((request: Request) => Promise<Response>) | undefined;
  /** How long one attempt may take, in milliseconds: 60 000 by default, `Infinity` for as long as it takes. */
  timeout?: number | undefined;
  /**
   * How often a call is sent again at most, 3 by default. Any call after 429 and 529; after 500, 502, 503, 504, a failure
   * of the network or a timeout only what cannot double a write.
   */
  retries?: number | undefined;
  /** How fast all calls of the client go together: 3 a second and 10 at once by default. `false` for no limit. */
  pace?: Pace | false | undefined;
  /** Told what is sent and what comes, without the token. */
  hooks?: Hooks | undefined;
  /** Where time comes from, for tests. */
  clock?: Clock | undefined;
  /** Where the jitter of retries comes from, for tests: from 0 to 1, `Math.random` by default. */
  random?: (() => number) | undefined;
}

/** The version, which may be left out only where the newest is meant. */
export type VersionOption<Version extends NotionVersion> =
  | {
      /** The `Notion-Version` that the client is written for. The newest when it is left out. */
      version: Version;
    }
  | (LatestVersion extends Version ? { version?: undefined } : never);

/**
 * @param auth what the caller gave, which may be anything where types are not checked
 * @returns what to send as `Authorization`, or what finds it out
 * @throws {TypeError} when it is neither a token nor a pair of id and secret that a header can carry
 */
export function checkAuth(auth: unknown): Authorize {
  if (typeof auth === "function") return authorizeWith(auth as () => string);
  if (typeof auth !== "object" || auth === null) return `Bearer ${checkToken(auth)}`;
  const { clientId, clientSecret } = auth as Partial<ClientCredentials>;
  // A colon ends the id (RFC 7617), so that it cannot be in one.
  if (!isText(clientId) || clientId.includes(":") || !isText(clientSecret)) {
    throw new TypeError("`auth` has no `clientId` and `clientSecret` that can be sent.");
  }
  return `Basic ${btoa(`${clientId}:${clientSecret}`)}`;
}

/** Whether a header can carry it. */
const isText = (value: unknown): value is string => typeof value === "string" && /^[\x21-\x7e]+$/.test(value);

/** @throws {TypeError} when it is no token */
export function checkToken(auth: unknown): string {
  if (isText(auth)) return auth;
  // The token is not repeated here: error messages end up in logs.
  const fault =
    auth === undefined || auth === null
      ? "is missing"
      : typeof auth !== "string"
        ? "is not a string"
        : auth.trim() === ""
          ? "is empty"
          : "has a space, a line break or another character that no token has";
  throw new TypeError(
    `\`auth\` ${fault}. Pass the token of a connection, like \`createClient({ auth: "ntn_…" })\`.`,
  );
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
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  const fault = !url
    ? "is not a URL"
    : !/^https?:$/.test(url.protocol)
      ? "is not an HTTP URL"
      : url.username || url.password
        ? "has a user name or a password"
        : url.search || url.hash
          ? "has a query or a fragment"
          : // The usual slip: every path of the API starts with it.
            /\/v1\/?$/.test(url.pathname) && "ends in `/v1`";
  if (url && !fault) return url.href.replace(/\/+$/, "");
  throw new TypeError(
    `\`baseUrl\` ${JSON.stringify(baseUrl)} ${fault}. It is the URL before \`/v1\`, like \`https://api.notion.com\`.`,
  );
}

/**
 * @param name of the option
 * @param least the smallest that it may be
 * @throws {TypeError} when it is smaller, or no number
 */
export function checkNumber(name: string, value: number, least: number): number {
  if (typeof value === "number" && value >= least) return value;
  throw new TypeError(`\`${name}\` is ${JSON.stringify(value)}. It is a number, ${least} or more.`);
}

/** @throws {TypeError} when nobody would ever have a turn */
export function checkPace(pace: Pace): Pace {
  if (!(pace.perSecond > 0)) throw new TypeError("`pace.perSecond` is not more than 0.");
  checkNumber("pace.burst", pace.burst, 1);
  return pace;
}
