import { ApiError } from "../errors.ts";
import { JsonBytes } from "../operations/json-bytes.ts";
import type { HttpResponse } from "./messages.ts";

/** What every answer carries. */
function headersOf(requestId: string): Record<string, string> {
  return { "content-type": "application/json; charset=utf-8", "x-notion-request-id": requestId };
}

/** A success: the body with the id of the exchange at its end. */
export function success(body: object, requestId: string): HttpResponse {
  const sent =
    body instanceof JsonBytes
      ? body.with("request_id", requestId).bytes
      : JSON.stringify({ ...body, request_id: requestId });
  return { status: 200, headers: headersOf(requestId), body: sent };
}

/** A refusal in Notion's envelope. */
export function failure(error: ApiError, requestId: string): HttpResponse {
  const { status, code, message, details } = error;
  const body = {
    object: "error",
    status,
    code,
    message,
    ...(details.additionalData && { additional_data: details.additionalData }),
    request_id: requestId,
  };
  return {
    status,
    headers: { ...headersOf(requestId), ...details.headers },
    body: JSON.stringify(body),
  };
}

/** What went wrong as a refusal; what nobody foresaw says nothing of itself to the outside. */
export const toApiError = (error: unknown): ApiError =>
  error instanceof ApiError
    ? error
    : new ApiError(500, "internal_server_error", "Unexpected error occurred.");
