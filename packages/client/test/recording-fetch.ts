/** A request as a server would see it. */
export interface SentRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: unknown;
}

/**
 * A `fetch` that sends nothing, notes what it was given, and answers with one fixed response.
 *
 * @param body what to answer: JSON, or text as it is
 * @param init the status and headers of the answer
 */
export function recordingFetch(body: unknown = {}, init?: ResponseInit) {
  const sent: SentRequest[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    const text = await request.text();
    const headers = Object.fromEntries(request.headers);
    sent.push({
      method: request.method,
      url: request.url,
      headers,
      body: text === "" ? undefined : JSON.parse(text),
    });
    return typeof body === "string" ? new Response(body, init) : Response.json(body, init);
  };
  return { fetch, sent };
}
