import type { Schema } from "@notional/openapi-types";

/** Why the API refuses a request; the document lists them per status. `not_implemented` is only ours. */
export type ErrorCode =
  | Schema<
      | "BadRequestError"
      | "UnauthorizedError"
      | "ForbiddenError"
      | "NotFoundError"
      | "ConflictError"
      | "TooManyRequestsError"
      | "InternalServerErrorError"
      | "BadGatewayError"
      | "ServiceUnavailableError"
      | "GatewayTimeoutError"
      | "ServiceOverloadError"
    >["code"]
  | "not_implemented";

export interface ErrorDetails {
  /** Machine-readable hints, such as `integration_id`. */
  additionalData?: Record<string, string | string[]>;
  /** Headers beside those of every answer, such as `retry-after`. */
  headers?: Record<string, string>;
  /** What it comes from: for who runs the server, never for who asks the API. */
  cause?: unknown;
}

/** A refusal in the API's own terms. Thrown anywhere below `http`, which makes the envelope of it. */
export class ApiError extends Error {
  override name = "ApiError";
  readonly status: number;
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(status: number, code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.status = status;
    this.code = code;
    this.details = details;
  }
}

/** 400: the request breaks a rule. The message is a sentence or ``body failed validation: …``. */
export const validationError = (
  message: string,
  additionalData?: Record<string, string | string[]>,
): ApiError => new ApiError(400, "validation_error", message, additionalData ? { additionalData } : {});

/** 400: content that fits the schema and yet cannot be. The blank before the line break is Notion's. */
export const contentRefused = (reason: string): ApiError =>
  validationError(`Content creation Failed. Fix the following: \n${reason}`);

export const invalidJson = (): ApiError => new ApiError(400, "invalid_json", "Error parsing JSON body.");

export const invalidRequestUrl = (): ApiError =>
  new ApiError(400, "invalid_request_url", "Invalid request URL.");

export const unauthorized = (message = "API token is invalid."): ApiError =>
  new ApiError(401, "unauthorized", message);

/** 401: there is no token. Reported: https://github.com/brekkylab/backlot/issues/310 */
export const noToken = (): ApiError =>
  unauthorized('Authorization header must use the format "Bearer <token>".');

/** 403: a capability is missing. */
export const restrictedResource = (message = "Insufficient permissions for this endpoint."): ApiError =>
  new ApiError(403, "restricted_resource", message);

/** 501: an operation that this server does not have yet. DIFFERENCES.md lists them. */
export const notImplemented = (operationId: string): ApiError =>
  new ApiError(501, "not_implemented", `The local server does not implement ${operationId} yet.`);

/** Also of what takes longer than a request may. */
export const serviceUnavailable = (
  code: "service_unavailable" | "database_connection_unavailable",
  cause?: unknown,
): ApiError => new ApiError(503, code, "Notion is unavailable, please try again later.", { cause });
