import type { NotionVersion } from "@notional/openapi-types";

/** What came in, still text where HTTP has text. */
export interface RawRequest {
  path: Record<string, string>;
  query: [string, string][];
  body: unknown;
}
export interface ValidRequest {
  path: Record<string, string>;
  query: Record<string, unknown>;
  body: unknown;
}

export function validateRequest(
  _version: NotionVersion,
  _operationId: string,
  request: RawRequest,
): ValidRequest {
  return { ...request, query: Object.fromEntries(request.query) };
}
