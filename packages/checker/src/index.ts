export type { Bundle, MediaType, Operation, Parameter, ResponseObject, Schema, Webhook } from "./bundle.ts";
export { bundledVersions, deref, escapePointer, loadBundle, operationsOf, webhooksOf } from "./bundle.ts";
export type { Checker, RecordedRequest, RecordedResponse } from "./checker.ts";
export { createChecker } from "./checker.ts";
export { parseEventStream } from "./event-stream.ts";
export type { Problem } from "./explain.ts";
