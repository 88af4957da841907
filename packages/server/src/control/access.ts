import { createHash, timingSafeEqual } from "node:crypto";
import { type ApiError, restrictedResource } from "../errors.ts";
import type { HttpRequest } from "../http/messages.ts";

/** Who is at the other end of the socket; nobody when a request did not come through one. */
export interface Peer {
  remoteAddress?: string | undefined;
}

/** The names under which a machine calls itself. Any other one may be of a page that rebinds its name. */
const OWN_NAMES = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Lets the control API be used by this machine alone; or, where there is a key, by who has it.
 *
 * A token of the API counts for nothing here.
 *
 * @throws ApiError restricted_resource
 */
export function mustBeAllowed(request: HttpRequest, peer: Peer | undefined, key: string | undefined): void {
  if (key !== undefined) {
    if (isSame(request.header("x-notional-key") ?? "", key)) return;
    throw restrictedResource(
      "The control API needs the key that the server was started with, as x-notional-key.",
    );
  }
  // What calls `fetch` has the server in its own hands.
  if (!peer) return;
  const refusal = refusalOf(request, peer);
  if (refusal) throw refusal;
}

function refusalOf(request: HttpRequest, peer: Peer): ApiError | undefined {
  const forwarded = request.header("forwarded") ?? request.header("x-forwarded-for");
  if (forwarded !== undefined || !isLoopback(peer.remoteAddress)) {
    return restrictedResource("The control API answers to this machine only, unless the server has a key.");
  }
  const name = request.header("host")?.replace(/:\d+$/, "").toLowerCase() ?? "";
  if (!OWN_NAMES.has(name)) {
    return restrictedResource(`The control API does not answer under the name ${JSON.stringify(name)}.`);
  }
  const origin = request.header("origin");
  if (origin !== undefined && !OWN_NAMES.has(hostOf(origin))) {
    return restrictedResource("The control API does not answer to pages of other sites.");
  }
  return undefined;
}

function isLoopback(address: string | undefined): boolean {
  return address !== undefined && /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(address);
}

function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).hostname : "";
}

/** Takes the same time wherever two keys differ. */
function isSame(one: string, other: string): boolean {
  const hash = (text: string): Buffer => createHash("sha256").update(text).digest();
  return timingSafeEqual(hash(one), hash(other));
}
