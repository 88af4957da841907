import type { IncomingMessage, ServerResponse } from "node:http";
import { MIMEType } from "node:util";
import type { MockRequest } from "./engine.ts";
import type { Answer } from "./errors.ts";
import { errorAnswer, invalidJson, invalidRequestUrl, validationError } from "./errors.ts";
import { FORM, readForm } from "./forms.ts";

/** A file, or a part of one, has at most 20 MiB, and the form around it a little. */
const MAX_BODY = 21 * 1024 * 1024;

/** A request that is refused before Prism sees it. */
export class Refused extends Error {
  readonly answer: Answer;
  constructor(answer: Answer) {
    super("refused");
    this.answer = answer;
  }
}

/**
 * Reads a request as Prism wants it.
 *
 * @throws Refused when its URL, its body or its content type makes no sense.
 */
export async function readRequest(request: IncomingMessage): Promise<MockRequest> {
  const { path, query } = readUrl(request.url ?? "/");
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) headers[name] = String(value);
  const body = await readBody(await readBytes(request), headers["content-type"]);
  const method = (request.method ?? "GET").toLowerCase() as MockRequest["method"];
  return { method, url: { path, query }, headers, body };
}

function readUrl(target: string): { path: string; query: Record<string, string | string[]> } {
  try {
    const { pathname, searchParams } = new URL(target, "http://localhost");
    decodeURIComponent(pathname);
    const query: Record<string, string | string[]> = {};
    for (const name of searchParams.keys()) {
      const [value = "", ...more] = searchParams.getAll(name);
      query[name] = more.length > 0 ? [value, ...more] : value;
    }
    return { path: pathname, query };
  } catch {
    throw new Refused(invalidRequestUrl());
  }
}

async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    // The rest is still read, so that the client gets to the answer.
    if (size <= MAX_BODY) chunks.push(chunk);
  }
  if (size > MAX_BODY) throw new Refused(errorAnswer(413, "validation_error", "Request body too large."));
  return Buffer.concat(chunks);
}

async function readBody(bytes: Buffer, contentType: string | undefined): Promise<unknown> {
  if (bytes.length === 0) return null;
  let type: string | undefined;
  try {
    type = contentType === undefined ? undefined : new MIMEType(contentType).essence;
  } catch {
    throw new Refused(
      validationError("Content-Type header failed validation: Content-Type header should be a media type."),
    );
  }
  if (type === FORM) {
    return readForm(bytes, contentType ?? "").catch(() => {
      throw new Refused(validationError("body failed validation: body should be a form with its boundary."));
    });
  }
  const text = bytes.toString("utf8");
  if (type !== "application/json") return text;
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused(invalidJson());
  }
}

/** Sends an answer; every one of them carries a request id, in the header and in the body if that has one. */
export function sendAnswer(response: ServerResponse, answer: Answer, newRequestId: () => string): void {
  const { status, headers, body } = answer;
  const object = typeof body === "object" && body !== null ? (body as Record<string, unknown>) : undefined;
  const requestId = typeof object?.request_id === "string" ? object.request_id : newRequestId();
  const type = headers["content-type"];
  response.writeHead(status, {
    ...headers,
    ...(type === "application/json" && { "content-type": "application/json; charset=utf-8" }),
    "x-notion-request-id": requestId,
  });
  if (object && status >= 400) response.end(JSON.stringify({ ...object, request_id: requestId }));
  else if (body === undefined || typeof body === "string") response.end(body);
  else response.end(JSON.stringify(body));
}
