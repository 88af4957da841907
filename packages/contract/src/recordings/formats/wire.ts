import { bodyOf, type Line } from "../line.ts";

/** An exchange as it went over the wire. Names of headers are in lower case. */
export interface WireExchange {
  method: string;
  url: string;
  requestHeaders: Record<string, string>;
  requestBody: string;
  status: number;
  responseHeaders: Record<string, string>;
  responseBody: string;
}

/** The headers of an answer that a recording keeps; the others are of the network, or of the session. */
const KEPT = ["content-type", "x-notion-request-id", "retry-after"];

/** An exchange as a line of a recording. The token is in a header that no line has. */
export function lineOf(id: string, wire: WireExchange): Line {
  const { pathname, searchParams } = new URL(wire.url);
  const contentType = wire.requestHeaders["content-type"] ?? null;
  const headers = KEPT.flatMap((name) => {
    const value = wire.responseHeaders[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    id,
    request: {
      method: wire.method.toUpperCase(),
      path: pathname,
      query: [...searchParams],
      version: wire.requestHeaders["notion-version"] ?? "",
      contentType,
      body: bodyOf(wire.requestBody, contentType),
    },
    response: {
      status: wire.status,
      headers: Object.fromEntries(headers),
      body: bodyOf(wire.responseBody, wire.responseHeaders["content-type"] ?? null),
    },
  };
}
