import type { Operation } from "@notional/checker";
import { createClient, type NotionVersion } from "@notional/client";
import type { RequestCase } from "../cases.ts";
import { type RecordedExchange, recordingFetch } from "../recording-fetch.ts";
import type { RunningTarget } from "../targets/target.ts";

/** The untyped face of the client: cases come from what the bundle lists, not from what is known at compile time. */
type AnyRequest = (
  method: string,
  path: string,
  init: {
    params: { path: unknown; query: unknown };
    body?: unknown;
    headers?: Record<string, string>;
    parseAs: "json" | "text";
  },
) => Promise<{ data?: unknown; error?: unknown; response: Response }>;

/** What became of a call: what the client gave back, and what went over the wire. */
export interface Call {
  data?: unknown;
  error?: unknown;
  exchange: RecordedExchange;
}

/**
 * Sends a request through the client, as a user would.
 *
 * @param headers besides those that the client sends; `accept` decides whether the answer is read as JSON
 * @throws when more or less than one exchange went over the wire
 */
export async function call(
  target: RunningTarget,
  version: string,
  operation: Operation,
  { path, query, body }: RequestCase,
  headers: Record<string, string> = {},
): Promise<Call> {
  const seen: RecordedExchange[] = [];
  const takesBasic = operation.security?.some((schemes) => "basicAuth" in schemes);
  const client = createClient({
    auth: takesBasic ? target.credentials : target.token,
    version: version as NotionVersion,
    baseUrl: target.url,
    fetch: recordingFetch((exchange) => seen.push(exchange)),
    // Failures that are asked for come each time.
    retries: 0,
  });
  const { data, error } = await (client.request as unknown as AnyRequest)(
    operation.method.toUpperCase(),
    operation.path,
    {
      params: { path, query },
      ...(body === undefined ? {} : { body }),
      headers,
      parseAs: headers.accept === undefined || headers.accept === "application/json" ? "json" : "text",
    },
  );
  const [exchange, ...others] = seen;
  if (!exchange || others.length > 0) throw new Error(`One call made ${seen.length} exchanges.`);
  return { data, error, exchange };
}
