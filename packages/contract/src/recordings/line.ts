import { multipart, readMultipart } from "../multipart.ts";
import type { Exchange } from "./read.ts";

/** One line of a recording. */
export interface Line {
  /** `suite:tape#position`; all lines of one tape are one session against one workspace. */
  id: string;
  request: {
    method: string;
    path: string;
    query: [name: string, value: string][];
    /** The `Notion-Version`; empty when there was none. */
    version: string;
    contentType: string | null;
    /** JSON, null when there was no body, or its text as `{ $text }`. */
    body: unknown;
  };
  /** The body is JSON, or its text as `{ $text }`. */
  response: { status: number; headers: Record<string, string>; body: unknown };
}

/** A line as the checker takes it. */
export function exchangeOf({ id, request, response }: Line): Exchange {
  return {
    id,
    version: request.version,
    request: {
      method: request.method,
      path: request.path,
      query: request.query,
      headers: {
        "notion-version": request.version,
        ...(request.contentType === null ? {} : { "content-type": request.contentType }),
      },
      ...(request.body === null ? {} : { body: readBody(request.body, request.contentType) }),
    },
    response: { ...response, body: textOf(response.body) ?? response.body },
  };
}

/** A body as a line has it: JSON where it is JSON, its text otherwise. */
export function bodyOf(text: string, contentType: string | null): unknown {
  if (text === "") return null;
  if (contentType !== null && !contentType.includes("json")) return { $text: text };
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return { $text: text };
  }
}

function readBody(body: unknown, contentType: string | null): unknown {
  const text = textOf(body);
  if (text === undefined || !contentType?.startsWith(multipart)) return body;
  return readMultipart(text, contentType);
}

function textOf(body: unknown): string | undefined {
  const { $text } = Object(body) as { $text?: unknown };
  return typeof $text === "string" ? $text : undefined;
}
