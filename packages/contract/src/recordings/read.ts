import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { RecordedRequest, RecordedResponse } from "@notional/checker";
import { multipart, readMultipart } from "../multipart.ts";

/** A real exchange with the API. */
export interface Exchange {
  /** `suite:tape#position`. */
  id: string;
  version: string;
  request: RecordedRequest;
  response: RecordedResponse;
}

interface Line {
  id: string;
  request: {
    method: string;
    path: string;
    query: [string, string][];
    version: string;
    contentType: string | null;
    body: unknown;
  };
  response: { status: number; headers: Record<string, string>; body: unknown };
}

/** Where recordings are, beside the project. They are not part of it. */
export const recordingsFile = fileURLToPath(
  new URL("../../../../../shared/recordings/exchanges.jsonl", import.meta.url),
);

/** Whether there are recordings on this machine. */
export const hasRecordings = existsSync(recordingsFile);

/**
 * Reads recorded exchanges, one JSON object a line.
 *
 * @param file the path of the file
 * @throws when the file is not there or a line is not JSON
 */
export function readRecordings(file: string = recordingsFile): Exchange[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const { id, request, response } = JSON.parse(line) as Line;
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
        response,
      };
    });
}

/** A body that is not JSON is recorded as its text. */
function readBody(body: unknown, contentType: string | null): unknown {
  if (!contentType?.startsWith(multipart)) return body;
  return readMultipart((body as { $text: string }).$text, contentType);
}
