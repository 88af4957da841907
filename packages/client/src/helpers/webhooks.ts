import type { LatestVersion, NotionVersion, Webhook, WebhookEvent } from "@notional/openapi-types";

/** The header that a delivery is signed in. */
const SIGNATURE_HEADER = "X-Notion-Signature";

/** A delivery is not from Notion, or is no delivery. Answer it with 401 and do nothing. */
export class WebhookError extends Error {
  override name = "WebhookError";
}

/** An event of a version, or the handshake that brings the token of a new subscription. */
export type Delivery<Version extends NotionVersion = LatestVersion> =
  | (WebhookEvent<Version> & { verification_token?: never })
  | Webhook<"verification", Version>;

/**
 * What a delivery brings, once its signature is found to be right.
 *
 * @param request as it came; its body must not have been read
 * @param options `verificationToken` is that of the subscription. Without one, only a handshake is accepted: it brings the
 *   token that you then confirm in Notion and store. `version` says for which version the subscription was made.
 * @throws {WebhookError} when the signature is missing or wrong, or the body is none of a delivery
 *
 * @example
 * const delivery = await receiveWebhook(request, { verificationToken });
 * if (delivery.verification_token !== undefined) store(delivery.verification_token);
 * else if (delivery.type === "page.created") console.log(delivery.entity.id);
 */
export async function receiveWebhook<Version extends NotionVersion = LatestVersion>(
  request: Request,
  { verificationToken }: { verificationToken?: string | undefined; version?: Version | undefined },
): Promise<Delivery<Version>> {
  const body = new Uint8Array(await request.arrayBuffer());
  const delivery = readJson(body);
  const handshake = delivery.verification_token;
  if (handshake !== undefined && typeof handshake !== "string")
    throw new WebhookError("This is no delivery.");
  const token = verificationToken ?? handshake;
  if (token === undefined) throw new WebhookError("There is no token yet to check an event with.");
  // Anybody can sign a handshake with a token that is in it. It must not take the place of one that is known.
  if (handshake !== undefined && handshake !== token) {
    throw new WebhookError("The handshake brings another token than the one that is known.");
  }
  if (!(await isSignedBy(token, body, request.headers.get(SIGNATURE_HEADER)))) {
    throw new WebhookError(`${SIGNATURE_HEADER} is missing or wrong.`);
  }
  if (handshake === undefined && typeof delivery.type !== "string")
    throw new WebhookError("This is no delivery.");
  return delivery as Delivery<Version>;
}

/**
 * Whether a body was signed with a token. It takes the same time wherever a signature differs.
 *
 * @param verificationToken that of the subscription
 * @param body the bytes as they came, before any parsing
 * @param signature the value of `X-Notion-Signature`; false when there is none
 */
export async function isSignedBy(
  verificationToken: string,
  body: string | Uint8Array,
  signature: string | null | undefined,
): Promise<boolean> {
  const hex = /^sha256=([0-9a-f]{64})$/i.exec(signature ?? "")?.[1];
  if (!hex || verificationToken === "") return false;
  const bytes = Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const key = await importKey(verificationToken, "verify");
  // Web Crypto compares in constant time.
  return crypto.subtle.verify("HMAC", key, bytes, bytesOf(body));
}

/**
 * Signs a body as Notion does, for tests of what receives webhooks.
 *
 * @returns the value of `X-Notion-Signature`
 */
export async function signWebhook(verificationToken: string, body: string | Uint8Array): Promise<string> {
  const key = await importKey(verificationToken, "sign");
  const bytes = new Uint8Array(await crypto.subtle.sign("HMAC", key, bytesOf(body)));
  return `sha256=${Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

function importKey(token: string, use: "sign" | "verify") {
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  return crypto.subtle.importKey("raw", new TextEncoder().encode(token), algorithm, false, [use]);
}

/** A copy, because Web Crypto takes no view of shared memory. */
const bytesOf = (body: string | Uint8Array): Uint8Array<ArrayBuffer> =>
  typeof body === "string" ? new TextEncoder().encode(body) : Uint8Array.from(body);

function readJson(body: Uint8Array): { verification_token?: unknown; type?: unknown } {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(body));
    if (typeof value === "object" && value !== null) return value;
  } catch {
    // Falls through to what a body of another kind gets.
  }
  throw new WebhookError("The body is no JSON object.");
}
