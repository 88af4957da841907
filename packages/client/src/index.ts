export type {
  LatestVersion,
  NotionVersion,
  OperationId,
  RequestBody,
  Schema,
  SchemaName,
} from "@notional/openapi-types";
export { latestVersion, versions } from "@notional/openapi-types/versions";
export { createClient } from "./create-client.ts";
export type { ClientCredentials, ClientOptions } from "./options.ts";
export type { CallOptions, NotionClient, RequestOptions, Result } from "./types.ts";
