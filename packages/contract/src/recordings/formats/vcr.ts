import { gunzipSync } from "node:zlib";
import { parse } from "yaml";
import type { Line } from "../line.ts";
import { lineOf } from "./wire.ts";

type Headers = Record<string, string | string[]>;
type Body = string | Uint8Array | null | undefined;
type Enclosed = Body | { string?: Body; base64_string?: string };

interface Interaction {
  request: { method: string; uri: string; headers?: Headers; body?: Enclosed };
  response: { status: { code: number }; headers?: Headers; body?: Enclosed };
}

/** vcrpy says `interactions`, Ruby's VCR `http_interactions`; within they are alike but for the bodies. */
interface Cassette {
  interactions?: Interaction[];
  http_interactions?: Interaction[];
}

/**
 * Reads a VCR cassette, of vcrpy or of Ruby's VCR. Only what went to `/v1` is taken.
 *
 * @param name what to call the tape
 * @throws when it is not YAML, or no cassette
 */
export function readCassette(text: string, name: string): Line[] {
  const cassette = Object(parse(text, { customTags: ["binary"] })) as Cassette;
  const interactions = cassette.interactions ?? cassette.http_interactions;
  if (!Array.isArray(interactions)) throw new Error("it has no interactions, so it is no VCR cassette.");
  return interactions
    .filter(({ request }) => new URL(request.uri).pathname.startsWith("/v1/"))
    .map(({ request, response }, index) => {
      const requestHeaders = lowerCase(request.headers);
      const responseHeaders = lowerCase(response.headers);
      return lineOf(`vcr:${name}#${index}`, {
        method: request.method,
        url: request.uri,
        requestHeaders,
        requestBody: bodyText(request.body, requestHeaders),
        status: response.status.code,
        responseHeaders,
        responseBody: bodyText(response.body, responseHeaders),
      });
    });
}

function lowerCase(headers: Headers = {}): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), [value].flat().join(", ")]),
  );
}

function bodyText(body: Enclosed, headers: Record<string, string>): string {
  const isEnclosed = typeof body === "object" && body !== null && !(body instanceof Uint8Array);
  const content = isEnclosed
    ? body.base64_string !== undefined
      ? Buffer.from(body.base64_string, "base64")
      : body.string
    : body;
  if (content === null || content === undefined) return "";
  if (typeof content === "string") return content;
  const bytes = Buffer.from(content);
  // Cassettes keep what came over the wire, and that may be compressed.
  const isGzip = headers["content-encoding"] === "gzip" && bytes[0] === 0x1f && bytes[1] === 0x8b;
  return (isGzip ? gunzipSync(bytes) : bytes).toString("utf8");
}
