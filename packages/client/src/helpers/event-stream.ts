import type { NotionVersion, RequestBody, Schema } from "@notional/openapi-types";
import { systemClock } from "../clock.ts";
import { readData } from "../core/answer.ts";
import type { Core } from "../core/create-core.ts";
import type { VersionsWith } from "../operation.ts";

/** An event of a stream of server-sent events. */
export interface ServerSentEvent {
  /** The name, `message` where the stream gives none. */
  event: string;
  data: string;
  /** The last id that the stream gave, where it gave one. */
  id: string | undefined;
}

/**
 * The server-sent events of an answer, as they come. Comments are left out, and so are events without data. Whoever stops
 * early closes the stream.
 *
 * @param body the body of a response
 * @throws what the stream fails with
 */
export async function* readEventStream(
  body: ReadableStream<Uint8Array>,
): AsyncGenerator<ServerSentEvent, void, undefined> {
  let event = "";
  let data: string[] = [];
  let id: string | undefined;
  for await (const line of linesOf(body)) {
    if (line === "") {
      if (data.length > 0) yield { event: event || "message", data: data.join("\n"), id };
      event = "";
      data = [];
      continue;
    }
    // A comment begins with the colon, so its name is empty.
    const [, name = "", value = ""] = /^([^:]*):? ?(.*)$/s.exec(line) ?? [];
    if (name === "event") event = value;
    else if (name === "data") data.push(value);
    else if (name === "id") id = value;
  }
}

/** A line ends with CR, LF or both; one that does not end is not one. */
async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string, void, undefined> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      rest += decoder.decode(value, { stream: !done });
      // A CR at the end may be half of a CRLF.
      const lines = rest.split(done ? /\r\n?|\n/ : /\r\n|\n|\r(?!$)/);
      rest = lines.pop() ?? "";
      yield* lines;
      if (done) return;
    }
  } finally {
    await reader.cancel();
  }
}

/**
 * Sends a message to an agent, or answers what it asked, and follows what it does.
 *
 * @param core a client
 * @param body as `sessions.update` takes it
 * @param options `signal` ends the stream
 * @throws {NotionError} when the API refuses; what `fetch` throws when the connection is lost
 *
 * @example
 * for await (const event of streamSession(notion, { agent_id, message })) {
 *   if (event.type === "event.committed") console.log(event.event.type);
 * }
 */
export async function* streamSession<Version extends NotionVersion & VersionsWith<"updateSession">>(
  core: Core<Version>,
  body: RequestBody<"updateSession", Version>,
  { signal }: { signal?: AbortSignal } = {},
): AsyncGenerator<Schema<"SessionStreamEvent", Version>, void, undefined> {
  const request = new Request(`${core.baseUrl}/v1/sessions`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "text/event-stream" },
    body: JSON.stringify(body),
    signal: signal ?? null,
  });
  const response = await core.fetch(request, false);
  if (response.status !== 200 || !response.body) {
    readData({ response, text: await response.text() }, systemClock);
    return;
  }
  for await (const { data } of readEventStream(response.body)) yield JSON.parse(data);
}
