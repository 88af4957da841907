import type { LatestVersion, NotionVersion } from "@notional/openapi-types";
import { latestVersion } from "@notional/openapi-types/versions";
import createOpenapiClient from "openapi-fetch";
import { type ClientOptions, checkAuth, checkBaseUrl, checkVersion } from "./options.ts";
import { authPolicy } from "./policies/auth.ts";
import { versionPolicy } from "./policies/version.ts";
import type { NotionClient } from "./types.ts";

/**
 * A client of the Notion API, typed by `Notion-Version`.
 *
 * @param options the token or the client id and secret, and where and how to send requests
 * @returns openapi-fetch's client, with the paths, bodies and responses of that version
 * @throws {TypeError} when `auth` is missing or cannot be right, or when `baseUrl` or `version` is wrong
 *
 * @example
 * const notion = createClient({ auth: "ntn_…" });
 * const { data, error } = await notion.GET("/v1/pages/{page_id}", { params: { path: { page_id } } });
 *
 * @example
 * const old = createClient({ auth: "ntn_…", version: "2022-06-28" });
 * await old.POST("/v1/databases/{database_id}/query", { params: { path: { database_id } }, body: {} });
 */
export function createClient(options: ClientOptions & { version?: undefined }): NotionClient<LatestVersion>;
export function createClient<const Version extends NotionVersion>(
  options: ClientOptions & {
    /** The `Notion-Version` that the client is written for. The newest when it is left out. */
    version: Version;
  },
): NotionClient<Version>;
export function createClient(options: ClientOptions & { version?: NotionVersion | undefined }): unknown {
  const authorization = checkAuth(options?.auth);
  const version = checkVersion(options.version ?? latestVersion);
  const baseUrl = checkBaseUrl(options.baseUrl ?? "https://api.notion.com");
  // Arrays in a query are repeated keys (`?a=1&a=2`), which is what openapi-fetch does by itself.
  const client = createOpenapiClient({ baseUrl, ...(options.fetch && { fetch: options.fetch }) });
  client.use(authPolicy(authorization), versionPolicy(version));
  return Object.assign(client, { version });
}
