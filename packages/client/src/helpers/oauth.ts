import type { NotionVersion, Schema } from "@notional/openapi-types";
import { oauthIntrospect, oauthRevoke, oauthToken } from "../__generated__/operations.ts";
import type { Core } from "../core/create-core.ts";
import type { MethodOptions } from "../operation.ts";

// A connection is a client whose `auth` is `{ clientId, clientSecret }`.

/** Where a person is sent, and what to keep until the person comes back. */
export interface Authorization {
  url: string;
  /** Keep it in the session of the person, for {@link readAuthorizationCode}. */
  state: string;
}

/**
 * The URL at which a person lets a public connection into a workspace.
 *
 * @param options `state` is unguessable and made for you unless you give one; `baseUrl` is that of the client
 */
export function authorizeUrl({
  clientId,
  redirectUri,
  state = randomState(),
  baseUrl = "https://api.notion.com",
}: {
  clientId: string;
  redirectUri: string;
  state?: string | undefined;
  baseUrl?: string | undefined;
}): Authorization {
  const query = new URLSearchParams({
    client_id: clientId,
    redirect_uri: redirectUri,
    response_type: "code",
    owner: "user",
    state,
  });
  return { url: `${baseUrl}/v1/oauth/authorize?${query}`, state };
}

function randomState(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(24)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
}

/** The person came back without letting the connection in, or it was not the person who was sent. */
export class AuthorizationError extends Error {
  override name = "AuthorizationError";
  /** `access_denied` and others of RFC 6749; `state_mismatch` when the state is not the one that was sent. */
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * The code that a person brings back.
 *
 * @param url the URL that was called, with its query
 * @param state what {@link authorizeUrl} gave for this person
 * @throws {AuthorizationError} when the state is another one, or the person said no
 */
export function readAuthorizationCode(url: string | URL, state: string): string {
  const { searchParams } = new URL(url);
  if (state === "" || searchParams.get("state") !== state) {
    throw new AuthorizationError("state_mismatch", "The state is not the one that was sent.");
  }
  const code = searchParams.get("code");
  if (code) return code;
  const error = searchParams.get("error") ?? "invalid_request";
  throw new AuthorizationError(error, searchParams.get("error_description") ?? `There is no code: ${error}.`);
}

type Call<Answer> = (connection: Core, body: object, options?: MethodOptions) => Promise<Answer>;

/**
 * Exchanges a code for the tokens of an installation. A code works once.
 *
 * @param redirectUri the one of the URL that the person was sent to
 * @throws {NotionError} `invalid_grant` when the code is used, too old or of another connection
 */
export function exchangeCode<Version extends NotionVersion>(
  connection: Core<Version>,
  { code, redirectUri }: { code: string; redirectUri?: string | undefined },
  options?: MethodOptions,
): Promise<Schema<"OauthToken", Version>> {
  const body = { grant_type: "authorization_code", code, redirect_uri: redirectUri };
  return (oauthToken as unknown as Call<Schema<"OauthToken", Version>>)(connection, body, options);
}

/**
 * Exchanges a refresh token for new tokens. Store both before you use either, and do it in one process at a time: the old
 * pair is dead then.
 *
 * @throws {NotionError} `invalid_grant` when the refresh token is used or of another connection
 */
export function refreshTokens<Version extends NotionVersion>(
  connection: Core<Version>,
  refreshToken: string,
  options?: MethodOptions,
): Promise<Schema<"OauthToken", Version>> {
  const body = { grant_type: "refresh_token", refresh_token: refreshToken };
  return (oauthToken as unknown as Call<Schema<"OauthToken", Version>>)(connection, body, options);
}

/**
 * Asks whether a token is alive, and when it was issued.
 *
 * @throws {NotionError} when the connection is not known; not when the token is not, then `active` is false
 */
export function introspectToken<Version extends NotionVersion>(
  connection: Core<Version>,
  token: string,
  options?: MethodOptions,
): Promise<Schema<"OauthIntrospection", Version>> {
  const introspect = oauthIntrospect as unknown as Call<Schema<"OauthIntrospection", Version>>;
  return introspect(connection, { token }, options);
}

/**
 * Ends a token.
 *
 * @throws {NotionError} when the connection is not known
 */
export async function revokeToken<Version extends NotionVersion>(
  connection: Core<Version>,
  token: string,
  options?: MethodOptions,
): Promise<void> {
  await (oauthRevoke as unknown as Call<unknown>)(connection, { token }, options);
}
