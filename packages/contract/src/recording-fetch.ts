import type { RecordedRequest, RecordedResponse } from "@notional/checker";
import { multipart, readMultipart } from "./multipart.ts";

/** A request and its answer. */
export interface RecordedExchange {
  request: RecordedRequest;
  response: RecordedResponse;
}

/**
 * Wraps a `fetch` so that everything that goes through it is seen as it is on the wire.
 *
 * @param see called with each exchange, before the caller gets the response
 */
export function recordingFetch(see: (exchange: RecordedExchange) => void): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    const text = await request.clone().text();
    const response = await fetch(request);
    const answer = response.clone();
    see({
      request: {
        method: request.method,
        path: url.pathname,
        query: [...url.searchParams],
        headers: Object.fromEntries(request.headers),
        ...(text === "" ? {} : { body: readBody(text, request.headers.get("content-type") ?? "") }),
      },
      response: {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: await bodyAsChecked(answer),
      },
    });
    return response;
  };
}

/** The body of an answer as the checker takes it: JSON where it says so, and the text of all else. */
export async function bodyAsChecked(response: Response): Promise<unknown> {
  const isJson = response.headers.get("content-type")?.includes("json");
  return isJson ? ((await response.json()) as unknown) : await response.text();
}

/** The body of a request as the checker takes it: the fields of a form, JSON otherwise. */
export function readBody(text: string, contentType: string): unknown {
  return contentType.startsWith(multipart) ? readMultipart(text, contentType) : JSON.parse(text);
}
