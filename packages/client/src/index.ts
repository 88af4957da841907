export type {
  LatestVersion,
  NotionVersion,
  OperationId,
  RequestBody,
  Schema,
  SchemaName,
} from "@notional/openapi-types";
export { latestVersion, versions } from "@notional/openapi-types/versions";
export type { Clock } from "./clock.ts";
export type { Core } from "./core/create-core.ts";
export { createCore } from "./core/create-core.ts";
export { createClient } from "./create-client.ts";
export type { ClientErrorCode, ErrorCode, NotionErrorDetails } from "./errors/notion-error.ts";
export { isNotionError, NotionError } from "./errors/notion-error.ts";
export * from "./helpers/index.ts";
export type { ItemOf } from "./list.ts";
export { List } from "./list.ts";
export type { MethodOptions, Operation } from "./operation.ts";
export type { ClientCredentials, ClientOptions } from "./options.ts";
export type { Hooks, RequestEvent, ResponseEvent, RetryEvent } from "./policies/hooks.ts";
export type { Pace } from "./policies/pacer.ts";
export type { QueriedRow, QueryAllOptions, QueryAllParameters, Split } from "./query-all.ts";
export { queryAll } from "./query-all.ts";
export type { CallOptions, LowLevel, NotionClient, RequestOptions, Result } from "./types.ts";
