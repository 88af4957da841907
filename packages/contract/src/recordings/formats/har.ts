import type { Line } from "../line.ts";
import { lineOf } from "./wire.ts";

interface Archive {
  log: { entries: Entry[] };
}

interface Header {
  name: string;
  value: string;
}

interface Entry {
  request: { method: string; url: string; headers: Header[]; postData?: { text?: string } };
  response: { status: number; headers: Header[]; content: { text?: string; encoding?: string } };
}

/**
 * Reads an HTTP archive (HAR 1.2), as browsers and proxies write them. Only what went to `/v1` is taken.
 *
 * @param name what to call the tape
 * @throws when it is not JSON, or not an archive
 */
export function readArchive(text: string, name: string): Line[] {
  const { log } = JSON.parse(text) as Partial<Archive>;
  if (!Array.isArray(log?.entries)) throw new Error("it has no log.entries, so it is no HTTP archive.");
  return log.entries
    .filter(({ request }) => new URL(request.url).pathname.startsWith("/v1/"))
    .map(({ request, response }, index) =>
      lineOf(`har:${name}#${index}`, {
        method: request.method,
        url: request.url,
        requestHeaders: lowerCase(request.headers),
        requestBody: request.postData?.text ?? "",
        status: response.status,
        responseHeaders: lowerCase(response.headers),
        responseBody: Buffer.from(
          response.content.text ?? "",
          response.content.encoding === "base64" ? "base64" : "utf8",
        ).toString("utf8"),
      }),
    );
}

function lowerCase(headers: Header[]): Record<string, string> {
  return Object.fromEntries(headers.map(({ name, value }) => [name.toLowerCase(), value]));
}
