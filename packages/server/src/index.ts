export type { ErrorCode, ErrorDetails } from "./errors.ts";
export { ApiError } from "./errors.ts";
