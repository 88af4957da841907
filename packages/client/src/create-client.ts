import type { LatestVersion, NotionVersion } from "@notional/openapi-types";
import { groups } from "./__generated__/groups.ts";
import { bind } from "./bind.ts";
import { createCore } from "./core/create-core.ts";
import { lowLevel } from "./low-level.ts";
import type { ClientOptions, VersionOption } from "./options.ts";
import type { NotionClient } from "./types.ts";

/**
 * A client of the Notion API in its newest version. It has a method for every operation, and openapi-fetch's `GET`,
 * `POST` and so on below them.
 *
 * @param options the token or the client id and secret, and where and how to send requests
 * @throws {TypeError} when `auth` is missing or cannot be right, or when `baseUrl` is wrong
 *
 * @example
 * const notion = createClient({ auth: "ntn_…" });
 * const page = await notion.pages.get({ page_id });
 * for await (const block of notion.blocks.children.list({ block_id: page.id })) console.log(block.id);
 */
export function createClient(options: ClientOptions & { version?: undefined }): NotionClient;
/**
 * A client of the Notion API, typed by `Notion-Version`: it has a method for every operation of that version.
 *
 * @param options the version, the token or the client id and secret, and where and how to send requests
 * @throws {TypeError} when `auth` is missing or cannot be right, or when `baseUrl` or `version` is wrong
 *
 * @example
 * const old = createClient({ auth: "ntn_…", version: "2022-06-28" });
 * await old.databases.query({ database_id });
 */
export function createClient<const Version extends NotionVersion = LatestVersion>(
  options: ClientOptions & VersionOption<Version>,
): NotionClient<Version>;
export function createClient(options: ClientOptions & VersionOption<NotionVersion>): unknown {
  const core = createCore<NotionVersion>(options);
  return { ...core, ...lowLevel(core), ...bind(core, groups) };
}
